using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Safety;

/// <summary>Several processes of one site, on either database.</summary>
public sealed class FirstStartTests
{
    [Fact]
    public async Task Two_first_starts_at_once_both_come_up_on_one_demo()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var one = Start(database.Settings);
        using var other = Start(database.Settings);

        var addresses = await Task.WhenAll(SiteProcess.AddressOfAsync(one), SiteProcess.AddressOfAsync(other));

        var homes = await Task.WhenAll(addresses.Select(async address =>
        {
            using var client = new HttpClient { BaseAddress = address };
            // How long ago, each reckons for itself.
            return Regex.Replace(await client.GetStringAsync("/latest"), "(<time[^>]*>)[^<]*", "$1");
        }));
        Assert.Equal(homes[0].Replace(addresses[0].Authority, "", StringComparison.Ordinal), homes[1].Replace(addresses[1].Authority, "", StringComparison.Ordinal));
        await one.DieAsync();
        await other.DieAsync();
        await using var site = await TestSite.OnAsync(database, null, [], ownsDatabase: false);
        var doubles = await site.InStoreAsync(db => db.Articles.GroupBy(a => new { a.Language, a.Headline }).Where(same => same.Count() > 1).CountAsync());
        Assert.Equal(0, doubles);
        Assert.Single(await site.InStoreAsync(db => db.Settings.Where(row => row.Name == "Name").ToListAsync()));
    }

    private static Process Start(DatabaseSettings settings) =>
        SiteProcess.Start(settings.DataFolder, $"--Database:Provider={settings.Provider}", $"--ConnectionStrings:News={settings.ConnectionString}");
}
