using NewsSite.Web.Caching;

namespace NewsSite.Web.Hosting;

public static class PageCaching
{
    public static void AddPageCaching(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PageCache>();
        builder.Services.AddScoped<PageNotes>();
        builder.Services.AddHostedService<HearEvictions>();
        builder.Services.AddHostedService<Counting>();
        builder.Services.AddHostedService<RenderAgain>();
    }

    public static void UsePageCaching(this WebApplication app) => app.UseMiddleware<ServeCachedPages>();
}
