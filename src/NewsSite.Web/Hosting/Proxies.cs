using Microsoft.AspNetCore.HttpOverrides;

namespace NewsSite.Web.Hosting;

public static class Proxies
{
    /// <summary>Only the proxies named in <c>Proxies:Known</c> (addresses or networks, comma-separated) are believed about a reader's address and scheme.</summary>
    public static void AddProxies(this WebApplicationBuilder builder)
    {
        var known = (builder.Configuration["Proxies:Known"] ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).Select(NetworkOf).ToList();
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = known.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            known.ForEach(options.KnownIPNetworks.Add);
        });
    }

    private static System.Net.IPNetwork NetworkOf(string written)
    {
        var network = written.Contains('/', StringComparison.Ordinal) ? written : $"{written}/{(written.Contains(':', StringComparison.Ordinal) ? 128 : 32)}";
        return System.Net.IPNetwork.TryParse(network, out var known) ? known : throw new InvalidOperationException($"Proxies:Known must hold addresses or networks, not '{written}'.");
    }

    public static void UseProxies(this WebApplication app) => app.UseForwardedHeaders();
}
