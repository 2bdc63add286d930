using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NewsSite.Data;
using NewsSite.Mail;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Hosting;

/// <summary>What happened at start, for the words that tell of it.</summary>
public sealed class StartReport
{
    public bool DemoWasMade { get; set; }
    public bool HasAdministrator { get; set; }
}

public static class Announcement
{
    /// <summary>Tells whoever started the site, in plain words, where to go.</summary>
    public static void Announce(this WebApplication app)
    {
        var database = app.Services.GetRequiredService<DatabaseSettings>();
        var address = app.Services.GetRequiredService<SiteAddress>();
        var listening = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine();
        Console.WriteLine($"  NewsSite is open at {string.Join(" and ", listening.Select(ForPeople))}");
        Console.WriteLine($"  Its database: {database.Description}");
        Console.WriteLine($"  Pictures and keys: {database.DataFolder}");
        if (app.Services.GetRequiredService<StartReport>().DemoWasMade)
        {
            Console.WriteLine("  The database was empty: a demo newspaper has been made in it.");
        }
        if (!app.Services.GetRequiredService<StartReport>().HasAdministrator)
        {
            var home = address.Configured?.GetLeftPart(UriPartial.Authority) ?? ForPeople(listening.FirstOrDefault() ?? "");
            Console.WriteLine("  Nobody administers this site yet. Become its administrator here, once, within the hour:");
            Console.WriteLine($"  {home}{app.Services.GetRequiredService<SetUpLink>().Make()}");
        }
        if (address.Configured is null)
        {
            Console.WriteLine($"  Site:Address is not set: pages link to whatever address a reader used, letters to {app.Services.GetRequiredService<LetterLinks>().Base}. Set it before you open to the public.");
        }
        if (app.Services.GetService<IMailer>() is null)
        {
            Console.WriteLine("  Smtp:Host is not set: letters wait in the database until it is.");
        }
        Console.WriteLine("  Stop with Ctrl+C.");
        Console.WriteLine();
    }

    // Browsers allow on http://localhost what they refuse to 127.0.0.1 and to a wildcard.
    internal static string ForPeople(string address) => address
        .Replace("//127.0.0.1", "//localhost", StringComparison.Ordinal)
        .Replace("//[::1]", "//localhost", StringComparison.Ordinal)
        .Replace("//[::]", "//localhost", StringComparison.Ordinal)
        .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal);
}
