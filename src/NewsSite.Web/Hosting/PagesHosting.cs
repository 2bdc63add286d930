using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Hosting;

public static class PagesHosting
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        // Run from its sources the site finds its files through a list of the build's, in production as in development.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<PageFrame>();
        builder.Services.AddScoped<Words>();
        builder.Services
            .AddRazorPages(pages => pages.Conventions.AuthorizeFolder("/Admin"))
            .AddMvcOptions(mvc => mvc.ModelBinderProviders.Insert(0, new CleanTextBinderProvider()));
        builder.Services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapClosedNewsroom();
    }
}
