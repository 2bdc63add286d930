using Microsoft.AspNetCore.Diagnostics;
using NewsSite.Text;

namespace NewsSite.Web;

/// <summary>Which edition an address belongs to: <c>/en/…</c> and <c>/fr/…</c>; all others are the main one's.</summary>
public static class Editions
{
    public static readonly IReadOnlyList<string> Prefixed = [.. Languages.All.Where(language => language != Languages.Main)];

    public static string Of(HttpContext context) => Of(new PathString(context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? context.Request.Path));

    public static string Of(PathString path) => Prefixed.FirstOrDefault(language => path.StartsWithSegments($"/{language}")) ?? Languages.Main;
}
