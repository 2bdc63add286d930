namespace NewsSite.Web.Endpoints;

public static class Robots
{
    public static void MapRobots(this WebApplication app) => app.MapMethods("/robots.txt", [HttpMethods.Get, HttpMethods.Head],
        () => Results.Text("User-agent: *\nDisallow: /admin/\nDisallow: /account/\n", "text/plain"));
}
