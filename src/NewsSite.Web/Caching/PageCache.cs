using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;
using NewsSite.Caching;

namespace NewsSite.Web.Caching;

/// <summary>Pages by key, fresh ones only, each made by one request at a time while the others wait for it.</summary>
public sealed class PageCache(PageMoments moments, TimeProvider clock) : IDisposable
{
    private const long Room = 256L << 20;

    private readonly MemoryCache pages = new(new MemoryCacheOptions { SizeLimit = Room });
    private readonly ConcurrentDictionary<string, Render> renders = [];

    private sealed class Render
    {
        private readonly TaskCompletionSource<CachedPage?> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public Task<CachedPage?> Page => done.Task;
        public void End(CachedPage? page) => done.TrySetResult(page);
    }

    public CachedPage? Find(string key) => pages.Get<CachedPage>(key) is { } page && IsFresh(page) ? page : null;

    /// <param name="render">Makes the page; null when it answered the request itself because the answer may not be kept.</param>
    /// <returns>null when this request was answered by <paramref name="render"/> itself.</returns>
    public async Task<CachedPage?> GetAsync(string key, Func<Task<CachedPage?>> render, CancellationToken cancel)
    {
        for (var arrived = moments.Now; ;)
        {
            if (Find(key) is { } kept)
            {
                return kept;
            }
            var mine = new Render();
            var leader = renders.GetOrAdd(key, mine);
            if (leader == mine)
            {
                return await RenderAsync(key, mine, render);
            }
            var page = await leader.Page.WaitAsync(cancel);
            if (page is null)
            {
                // Nothing to share: the answer may not be kept, or its maker failed.
                return await render();
            }
            if (page.Moment >= arrived || IsFresh(page))
            {
                return page;
            }
            // Evicted after this request began: what the other was given would be old news here.
        }
    }

    public void Dispose() => pages.Dispose();

    private async Task<CachedPage?> RenderAsync(string key, Render mine, Func<Task<CachedPage?>> render)
    {
        CachedPage? page = null;
        try
        {
            // Another may have ended between this request's look and its turn.
            if (Find(key) is { } kept)
            {
                return page = kept;
            }
            page = await render();
            if (page is not null && IsFresh(page))
            {
                pages.Set(key, page, new MemoryCacheEntryOptions { Size = page.Weight });
            }
            return page;
        }
        finally
        {
            renders.TryRemove(KeyValuePair.Create(key, mine));
            mine.End(page);
        }
    }

    private bool IsFresh(CachedPage page) =>
        (page.ExpiresAt is not { } end || clock.GetUtcNow() < end) && !moments.EvictedSince(page.Moment, page.Tags);
}
