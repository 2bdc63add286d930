using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using NewsSite.Web.Endpoints;

namespace NewsSite.Web.Hosting;

/// <summary>Addresses that are not pages.</summary>
public static class EndpointMap
{
    public static void MapEndpoints(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
        app.MapMedia();
        app.MapShortLinks();
        app.MapFeeds();
        app.MapSitemaps();
        app.MapQrCodes();
        app.MapRobots();
        app.MapFaces();
        app.MapNewComments();
    }
}
