using Microsoft.AspNetCore.ResponseCompression;

namespace NewsSite.Web.Hosting;

public static class Compression
{
    // For what the page cache does not hold; what it holds it compresses itself, once.
    public static void AddCompression(this WebApplicationBuilder builder) => builder.Services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.Providers.Add<BrotliCompressionProvider>();
        options.Providers.Add<GzipCompressionProvider>();
        options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/rss+xml", "application/atom+xml", "application/feed+json", "image/svg+xml"];
    });

    public static void UseCompression(this WebApplication app) =>
        // Never what is made for one person: with a token on the page, its packed length would tell of it.
        app.UseWhen(context => !context.Request.Cookies.ContainsKey(SignInCookie.NameFor(app.Services.GetRequiredService<SiteAddress>())), readers => readers.UseResponseCompression());
}
