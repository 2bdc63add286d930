using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Web.Caching;

namespace NewsSite.Web;

/// <summary>A page of a list, newest first, paged by key: <c>?before=</c> names where it begins.</summary>
public abstract class ListPage(NewsDb db, PageFrame frame, PageNotes notes) : ReaderPage(frame, notes)
{
    public StoryList List { get; private set; } = null!;
    public ListPosition? Before => ListPosition.Parse(Request.Query["before"]);

    /// <summary>The list's first page.</summary>
    public string Start { get; private set; } = "";

    /// <summary>Its own name where search engines and feed readers meet it.</summary>
    public string? Feed { get; protected set; }

    public string Here => At(Before);
    public string? Older => List.Older is { } position ? At(position) : null;

    /// <summary>Resolved to the page's own address by one redirect.</summary>
    public string? Newer => Before is null ? null : List.Cards.Count > 0 ? $"{Start}?after={List.Cards[0].Position}" : Start;

    protected NewsDb Db => db;

    /// <summary>No story of this page is newer: its sources are read as of then. Two upper bounds, and a database may enter its index at the wrong one and walk to the page from there.</summary>
    protected DateTimeOffset AsOf => Before is { } place && place.PublishedAt < Frame.Now ? place.PublishedAt : Frame.Now;

    protected override bool ReadsQuery => true;

    protected async Task<IActionResult> ShowAsync(string start, IReadOnlyList<IQueryable<StoryKey>> sources, CancellationToken cancel)
    {
        Start = start;
        if (RedirectUnlessAt(start) is { } elsewhere)
        {
            return elsewhere;
        }
        var (before, after) = (Request.Query["before"].ToString(), Request.Query["after"].ToString());
        if (after.Length > 0)
        {
            return Redirect(ListPosition.Parse(after) is { } position ? At(await StoryList.PageBeforeAsync(sources, position, cancel)) : start);
        }
        // Only a story's own place begins a page: made-up ones would fill the cache.
        if (before.Length > 0 && (Before is not { } place || place.ToString() != before
            || !await db.Articles.AnyAsync(a => a.Id == place.Id && a.PublishedAt == place.PublishedAt, cancel)))
        {
            return RedirectPermanent(start);
        }
        List = await StoryList.ReadAsync(db, sources, Before, cancel);
        return Page();
    }

    private string At(ListPosition? position) => position is null ? Start : $"{Start}?before={position}";
}
