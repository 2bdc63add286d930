namespace NewsSite.Web.Hosting;

/// <summary>The public address of the site: <c>Site:Address</c>, or while that is empty the address of each request.</summary>
/// <param name="Configured">Scheme, host and port; no path.</param>
public sealed record SiteAddress(Uri? Configured)
{
    public bool IsHttps => Configured?.Scheme == Uri.UriSchemeHttps;

    /// <summary>Without a trailing slash; ASCII. null: none is configured.</summary>
    public string? Base => Configured is { } address ? $"{address.Scheme}://{Host(address)}" : null;

    /// <summary>Without a trailing slash; ASCII.</summary>
    public string BaseFor(HttpRequest request) => Base ?? $"{request.Scheme}://{request.Host.ToUriComponent()}";

    public bool IsOurs(HostString host) =>
        Configured is not { } address || string.Equals(host.ToUriComponent(), Host(address), StringComparison.OrdinalIgnoreCase);

    // An Arabic domain is asked for, and written into links, in its ASCII form.
    private static string Host(Uri address) => address.IsDefaultPort ? address.IdnHost : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{address.IdnHost}:{address.Port}");
}

public static class SiteAddressHosting
{
    public static void AddSiteAddress(this WebApplicationBuilder builder)
    {
        var written = builder.Configuration["Site:Address"];
        Uri? address = null;
        if (!string.IsNullOrWhiteSpace(written) && (!Uri.TryCreate(written, UriKind.Absolute, out address) || address.Scheme is not ("http" or "https")))
        {
            throw new InvalidOperationException($"Site:Address must be like https://news.example, not '{written}'.");
        }
        builder.Services.AddSingleton(new SiteAddress(address));
        builder.Services.AddSingleton<LetterLinks>();
    }

    /// <summary>The site answers to its own name only: a stranger's Host would end up in links. Probes ask by address.</summary>
    public static void UseSiteAddress(this WebApplication app)
    {
        var address = app.Services.GetRequiredService<SiteAddress>();
        app.Use((context, next) =>
        {
            if (address.IsOurs(context.Request.Host) || context.Request.Path.StartsWithSegments("/health"))
            {
                return next(context);
            }
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            context.Response.ContentType = "text/plain; charset=utf-8";
            return context.Response.WriteAsync("This site does not answer to that name.\n", context.RequestAborted);
        });
    }
}
