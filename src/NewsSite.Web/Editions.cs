using Microsoft.AspNetCore.Diagnostics;
using NewsSite.Text;

namespace NewsSite.Web;

/// <summary>
/// Which edition an address belongs to: <c>/en/…</c> and <c>/fr/…</c>; all others are the main one's.
/// The newsroom's own pages have no edition: they speak the language chosen on this device.
/// </summary>
public static class Editions
{
    public static readonly IReadOnlyList<string> Prefixed = [.. Languages.All.Where(language => language != Languages.Main)];

    private const string Chosen = "NewsSite.Language";

    public static string Of(HttpContext context)
    {
        var path = new PathString(context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? context.Request.Path);
        // A preview is in the edition of its story.
        return path.StartsWithSegments("/admin/preview", out var rest) ? Of(rest)
            : path.StartsWithSegments("/admin") || path.StartsWithSegments("/account")
            ? context.Request.Cookies[Chosen] is { } chosen && Languages.All.Contains(chosen) ? chosen : Languages.Main
            : Of(path);
    }

    /// <summary>From the next page on.</summary>
    public static void SetNewsroomLanguage(this HttpContext context, string language) =>
        context.Response.Cookies.Append(Chosen, language, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = TimeSpan.FromDays(365), Secure = context.Request.IsHttps });

    public static string Of(PathString path) => Prefixed.FirstOrDefault(language => path.StartsWithSegments($"/{language}")) ?? Languages.Main;
}
