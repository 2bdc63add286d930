using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using NewsSite.Data;
using NewsSite.Text;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Comments;

/// <summary>A comment that was sent from this browser.</summary>
public sealed record MyComment(int Article, int Id, DateTimeOffset At);

/// <summary>
/// A signed cookie that names the comments lately sent from this browser: who holds it sees them while they wait, may mend them, and is not
/// served those few stories from the cache. It holds numbers and times only.
/// </summary>
public sealed class MyComments(SiteKey siteKey, SiteAddress address, TimeProvider clock)
{
    private const int Most = 20, SignatureLength = 16;
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(2);

    private readonly byte[] key = siteKey.Derive("comments of this browser");

    private string CookieName => address.CookieName("NewsSite.Comments");

    public IReadOnlyList<MyComment> Of(HttpRequest request)
    {
        if (request.Cookies[CookieName]?.Split('~') is not [var written, var signature] || !IsOurs(written, signature))
        {
            return [];
        }
        var oldest = clock.Now - Lasts;
        return [.. written.Split('_').Select(Parse).OfType<MyComment>().Where(one => one.At > oldest)];
    }

    public void Add(HttpContext context, int article, int comment)
    {
        var mine = Of(context.Request).Where(one => one.Id != comment).TakeLast(Most - 1).Append(new(article, comment, clock.Now));
        var written = string.Join('_', mine.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Article}.{one.Id}.{one.At.ToUnixTimeSeconds()}")));
        context.Response.Cookies.Append(CookieName, $"{written}~{Sign(written)}", address.CookieOptions(context, Lasts));
    }

    private bool IsOurs(string written, string signature) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(written)), Encoding.UTF8.GetBytes(signature));

    private string Sign(string written) => WebEncoders.Base64UrlEncode(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(written)).AsSpan(0, SignatureLength));

    private static MyComment? Parse(string written) =>
        written.Split('.') is [var article, var id, var at] && Number(article) is { } a && Number(id) is { } c && Number(at) is { } seconds
            ? new((int)a, (int)c, DateTimeOffset.FromUnixTimeSeconds(seconds))
            : null;

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
