using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using NewsSite.Caching;
using NewsSite.Web.Comments;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Caching;

/// <summary>Whole pages for readers who are not signed in, from before routing.</summary>
public sealed class ServeCachedPages(RequestDelegate next, PageCache cache, PageMoments moments, SiteAddress address, MyComments mine)
{
    private const int WorthPacking = 500;

    // Files have their own caching, and probes must not be answered from memory.
    private static readonly string[] NotPages =
        ["/media", "/css", "/js", "/fonts", "/img", "/icon.svg", "/icon-180.png", "/health", "/admin", "/account", "/preview", "/comments/face", "/comments/yours", .. Editions.Prefixed.SelectMany(language => new[] { $"/{language}/preview", $"/{language}/comments/yours" })];

    // Written while they are read, however long; nothing of them is held.
    private static readonly string[] Streamed = ["/sitemap", "/news-sitemap", "/opml"];

    private readonly string signInCookie = SignInCookie.NameFor(address);

    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsForReaders(context.Request))
        {
            KeepPrivate(context);
            await next(context);
            return;
        }
        var request = context.Request;
        request.QueryString = PageKey.KnownQuery(request.QueryString);
        var key = PageKey.Of(request, address.Configured is null ? address.BaseFor(request) : "");
        if (await cache.GetAsync(key, () => RenderAsync(context), context.RequestAborted) is { } page)
        {
            await ServeAsync(context, page);
        }
    }

    // What is made for somebody who is signed in is nobody else's, whatever proxies think.
    private void KeepPrivate(HttpContext context)
    {
        if (context.Request.Cookies.ContainsKey(signInCookie) || IsOnMine(context.Request))
        {
            context.Response.OnStarting(() =>
            {
                if (context.Response.Headers.CacheControl.Count == 0)
                {
                    context.Response.Headers.CacheControl = "no-store";
                }
                return Task.CompletedTask;
            });
        }
    }

    private bool IsForReaders(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !request.Cookies.ContainsKey(signInCookie)
        && !IsOnMine(request)
        && !NotPages.Any(prefix => request.Path.StartsWithSegments(prefix))
        && !Streamed.Any(prefix => request.Path.Value!.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    // Who has just commented sees that, on those few stories alone.
    private bool IsOnMine(HttpRequest request) => mine.Of(request) is { Count: > 0 } comments
        && (request.Path.Value!.Contains("/comments/", StringComparison.Ordinal) || comments.Any(one => request.Path.Value.EndsWith(string.Create(CultureInfo.InvariantCulture, $"{one.Article}"), StringComparison.Ordinal)));

    /// <summary>Makes the page. Where it may not be kept, sends it as it is and returns null.</summary>
    private async Task<CachedPage?> RenderAsync(HttpContext context)
    {
        var began = moments.Now;
        var response = context.Response;
        var notes = context.RequestServices.GetRequiredService<PageNotes>();
        var (stream, method, encoding, aborted) = (response.Body, context.Request.Method, context.Request.Headers.AcceptEncoding, context.RequestAborted);
        using var body = new MemoryStream();
        try
        {
            // Others wait for this page: it is made in full and uncompressed, whatever its first reader asked for, even if they leave.
            context.Request.Method = HttpMethods.Get;
            context.Request.Headers.Remove("Accept-Encoding");
            context.RequestAborted = CancellationToken.None;
            response.Body = body;
            await next(context);
        }
        finally
        {
            (response.Body, context.Request.Method, context.Request.Headers.AcceptEncoding, context.RequestAborted) = (stream, method, encoding, aborted);
        }
        if (MayBeKept(response, notes))
        {
            return PageFrom(response, body, notes, began);
        }
        await SendAsync(context, body);
        return null;
    }

    private static bool MayBeKept(HttpResponse response, PageNotes notes) =>
        response.StatusCode == StatusCodes.Status200OK && notes.MayBeKept
        && response.Headers.SetCookie.Count == 0
        && response.GetTypedHeaders().CacheControl is not { NoStore: true } and not { Private: true };

    private static CachedPage PageFrom(HttpResponse response, MemoryStream body, PageNotes notes, long began)
    {
        var headers = response.Headers
            .Where(header => header.Key is "Content-Type" or "Content-Language" or "Link" or "X-Robots-Tag" or "Last-Modified")
            .Select(header => KeyValuePair.Create(header.Key, header.Value.ToString())).ToList();
        return new(body.GetBuffer().AsSpan(0, (int)body.Length), headers, notes.Tags, began, notes.ChangesAt);
    }

    private static async Task SendAsync(HttpContext context, MemoryStream body)
    {
        if (HttpMethods.IsHead(context.Request.Method) || body.Length == 0)
        {
            return;
        }
        var plain = body.GetBuffer().AsMemory(0, (int)body.Length);
        var encoding = body.Length > WorthPacking && context.Response.Headers.ContentEncoding.Count == 0 ? CachedPage.Negotiate(context.Request) : PageEncoding.Identity;
        var bytes = CachedPage.Pack(plain.Span, encoding) ?? plain;
        Name(context.Response, encoding);
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static void Name(HttpResponse response, PageEncoding encoding)
    {
        response.Headers.Vary = "Accept-Encoding";
        if (encoding != PageEncoding.Identity)
        {
            response.Headers.ContentEncoding = encoding == PageEncoding.Brotli ? "br" : "gzip";
        }
    }

    private static async Task ServeAsync(HttpContext context, CachedPage page)
    {
        var response = context.Response;
        foreach (var (name, value) in page.Headers)
        {
            response.Headers[name] = value;
        }
        response.StatusCode = StatusCodes.Status200OK;
        response.Headers.ETag = page.ETag;
        response.Headers.Vary = "Accept-Encoding";
        // Browsers ask each time and mostly hear 304.
        response.Headers.CacheControl = "no-cache";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(tag => $"W/{tag.Tag}" == page.ETag || tag.Tag == "*"))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentLength = null;
            return;
        }
        var encoding = CachedPage.Negotiate(context.Request);
        Name(response, encoding);
        var bytes = page.In(encoding);
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }
}
