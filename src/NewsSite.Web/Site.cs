using NewsSite.Web.Hosting;

namespace NewsSite.Web;

public static class Site
{
    /// <summary>The whole site, ready to start. Tests put their clock in through <paramref name="adjust"/>.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        Cultures.MakeTheProcessNeutral();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(Site).Assembly.GetName().Name,
            ContentRootPath = ContentRoot(args),
        });
        builder.AddDatabase();
        builder.AddLimits();
        builder.AddLogs();
        builder.AddProxies();
        builder.AddSiteAddress();
        builder.AddSecurityHeaders();
        builder.AddAuthentication();
        builder.AddAuthorization();
        builder.AddCrossOriginGuard();
        builder.AddPageCaching();
        builder.AddCompression();
        builder.AddPictures();
        builder.AddCultures();
        builder.AddPages();
        builder.AddComments();
        builder.AddMail();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseProxies();
        app.UseSecurityHeaders();
        app.UseSiteAddress();
        app.UsePageCaching();
        app.UseCompression();
        app.UseErrorPages();
        app.UseEditions();
        app.UseRedirects();
        app.UseRouting();
        app.UseCrossOriginGuard();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapPages();
        app.MapEndpoints();
        return app;
    }

    // Started from anywhere, the program finds its own files; `dotnet run` starts it among its sources.
    private static string? ContentRoot(string[] args) =>
        Array.Exists(args, arg => arg.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase)) || File.Exists("NewsSite.Web.csproj") ? null : AppContext.BaseDirectory;
}
