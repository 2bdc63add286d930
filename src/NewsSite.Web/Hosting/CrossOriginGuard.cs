namespace NewsSite.Web.Hosting;

/// <summary>
/// Forms cannot be posted from other sites. Cached pages carry no antiforgery token (it would be a stranger's), so this is what protects
/// the forms on them; signed-in pages have tokens besides.
/// </summary>
public sealed class CrossOriginGuard(RequestDelegate next, SiteAddress address)
{
    public Task InvokeAsync(HttpContext context) =>
        IsSafe(context.Request.Method) || context.IsErrorPage() || IsOpen(context) || IsFromHere(context.Request) ? next(context) : Refuse(context);

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    private static bool IsOpen(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<FromAnywhereAttribute>() is not null;

    private bool IsFromHere(HttpRequest request)
    {
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site))
        {
            return site.ToString() is "same-origin" or "none";
        }
        if (request.Headers.TryGetValue("Origin", out var origin))
        {
            return string.Equals(origin.ToString(), address.BaseFor(request), StringComparison.OrdinalIgnoreCase);
        }
        // Not a browser: harmless, unless it carries somebody's sign-in.
        return !request.Cookies.ContainsKey(SignInCookie.NameFor(address));
    }

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}

public static class CrossOriginGuardHosting
{
    // Razor Pages demands a token on every form; a page whose form is cached says that it needs none.
    public static void AddCrossOriginGuard(this WebApplicationBuilder builder) => builder.Services.AddAntiforgery(options =>
    {
        options.Cookie.Name = SignInCookie.Prefix(builder) + "NewsSite.Form";
        options.Cookie.SameSite = SameSiteMode.Lax;
    });

    public static void UseCrossOriginGuard(this WebApplication app) => app.UseMiddleware<CrossOriginGuard>();
}
