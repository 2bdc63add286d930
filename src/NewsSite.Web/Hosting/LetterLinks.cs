using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace NewsSite.Web.Hosting;

/// <summary>Links in letters lead to the site's address, or while that is not set to the one it listens at: never to what a request calls it, or a stranger could have another's letter lead to a place of their own.</summary>
public sealed class LetterLinks(SiteAddress address, IServer server)
{
    /// <summary>Without a trailing slash.</summary>
    public string Base => address.Base ?? Announcement.ForPeople(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost");

    public string To(string path) => Base + path;
}
