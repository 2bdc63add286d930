using Microsoft.AspNetCore.HttpOverrides;

namespace NewsSite.Web.Hosting;

public static class Proxies
{
    /// <summary>Only the proxies named in <c>Proxies:Known</c> (addresses or networks, comma-separated) are believed about a reader's address and scheme.</summary>
    public static void AddProxies(this WebApplicationBuilder builder)
    {
        var known = (builder.Configuration["Proxies:Known"] ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries);
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = known.Length == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var one in known)
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(one.Contains('/', StringComparison.Ordinal) ? one : $"{one}/{(one.Contains(':', StringComparison.Ordinal) ? 128 : 32)}"));
            }
        });
    }

    public static void UseProxies(this WebApplication app) => app.UseForwardedHeaders();
}
