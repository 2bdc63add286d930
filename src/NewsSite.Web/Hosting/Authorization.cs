namespace NewsSite.Web.Hosting;

public static class Authorization
{
    /// <summary>Readers' pages say that they are public; everything under <c>/admin</c> is closed, whether a page is there or not.</summary>
    public static void AddAuthorization(this WebApplicationBuilder builder) => builder.Services.AddAuthorization();

    internal static void MapClosedNewsroom(this WebApplication app) =>
        app.Map("/admin/{**rest}", () => Results.NotFound()).RequireAuthorization().WithDisplayName("Newsroom (closed)");
}
