namespace NewsSite.Web.Endpoints;

public static class Robots
{
    public static void MapRobots(this WebApplication app) => app.MapMethods("/robots.txt", [HttpMethods.Get, HttpMethods.Head],
        (HttpRequest request, Hosting.SiteAddress address) => Results.Text(
            $"User-agent: *\nDisallow: /admin/\nDisallow: /account/\nSitemap: {address.BaseFor(request)}/sitemap.xml\nSitemap: {address.BaseFor(request)}/news-sitemap.xml\n", "text/plain"));
}
