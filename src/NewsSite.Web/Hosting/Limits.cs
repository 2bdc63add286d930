namespace NewsSite.Web.Hosting;

public static class Limits
{
    private const int MaxBody = 1 << 20, MaxLine = 8 << 10, MaxHeaders = 32 << 10;

    /// <summary>Rude clients are cut off early. Uploads raise the body's limit on their own endpoints.</summary>
    public static void AddLimits(this WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(server =>
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = MaxBody;
        server.Limits.MaxRequestLineSize = MaxLine;
        server.Limits.MaxRequestHeadersTotalSize = MaxHeaders;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        server.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
    });
}
