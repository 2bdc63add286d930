using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Backup;
using NewsSite.Data;
using NewsSite.Media;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Backup;

/// <summary>A site in one file, and a site out of it.</summary>
public sealed class BackupTests : BackupPlace
{
    [Fact]
    public async Task Made_while_the_desk_writes_and_restored_elsewhere_it_serves_the_same_stories()
    {
        await using var site = await TestSite.WithDemoAsync();
        var section = await site.InStoreAsync(db => db.Sections.Select(one => one.Id).FirstAsync());
        using var enough = new CancellationTokenSource();
        var began = new TaskCompletionSource();
        var writer = Task.Run(async () =>
        {
            var written = 0;
            while (!enough.IsCancellationRequested || written < 2)
            {
                await site.InStoreAsync(async db =>
                {
                    var under = await db.Sections.SingleAsync(one => one.Id == section);
                    db.AddRange(Make.Story(under, $"خبر {++written} أول"), Make.Story(under, $"خبر {written} ثان"));
                    await db.SaveChangesAsync();
                });
                began.TrySetResult();
            }
            return written;
        });
        await began.Task;

        var made = await BackUpAsync(site);
        await enough.CancelAsync();
        await writer;
        var restored = await RestoreAsync();

        Assert.Equal(made.Rows, restored.Rows);
        await using var other = await TestSite.OnAsync(Elsewhere, site.Clock, [], ownsDatabase: false);
        var headlines = await other.InStoreAsync(db => db.Articles.Select(a => a.Headline).ToListAsync());
        Assert.Equal(made.Stories, headlines.Count);
        // What was written together is there together, or not at all.
        Assert.Equal(headlines.Count(headline => headline.EndsWith(" أول", StringComparison.Ordinal)), headlines.Count(headline => headline.EndsWith(" ثان", StringComparison.Ordinal)));
        var address = await other.SeedAddressAsync();
        var (before, after) = (await site.OpenAsync(address), await other.OpenAsync(address));
        Assert.Equal(before.QuerySelector(".prose")!.Seen(), after.QuerySelector(".prose")!.Seen());
        using var picture = await other.GetAsync(after.QuerySelector("article img")!.GetAttribute("src")!);
        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
    }

    [Fact]
    public async Task Without_being_asked_it_holds_no_key_and_with_it_who_was_signed_in_still_is()
    {
        await using var site = await TestSite.EmptyAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        (await editor.GetAsync("/admin")).Dispose();
        await BackUpAsync(site);
        await using (var plain = await ZipFile.OpenReadAsync(Archive))
        {
            Assert.DoesNotContain(plain.Entries, entry => entry.FullName.StartsWith("keys", StringComparison.Ordinal));
        }

        await BackUpAsync(site, withKey: true, overwrite: true);
        await RestoreAsync();

        await using var other = await TestSite.OnAsync(Elsewhere, site.Clock, [], ownsDatabase: false);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/admin") { Headers = { { "Cookie", editor.Cookie } } };
        using var response = await other.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Where_a_site_is_already_nothing_is_restored()
    {
        await using var site = await WithPictureAsync();
        await BackUpAsync(site);
        await RestoreAsync();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(RestoreAsync);

        Assert.Contains("a site here already", refused.Message, StringComparison.Ordinal);
        await using var other = await TestSite.OnAsync(Elsewhere, site.Clock, [], ownsDatabase: false);
        Assert.Equal(1, await other.InStoreAsync(db => db.Pictures.CountAsync()));
    }

    [Fact]
    public async Task Before_a_migration_the_database_is_copied_and_the_last_three_copies_stay()
    {
        await using var site = await TestSite.EmptyAsync();
        var copies = Directory.CreateDirectory(Path.Combine(site.Database.Settings.DataFolder, "backups")).FullName;
        foreach (var year in Enumerable.Range(2020, 4))
        {
            var old = Path.Combine(copies, $"before-{year}0101000000_Old.db");
            await File.WriteAllTextAsync(old, "");
            File.SetLastWriteTimeUtc(old, new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }
        // The last migration is not known to have run, and fails on the tables that are there: what was copied is what counts.
        var last = await site.InStoreAsync(async db => (await db.Database.GetAppliedMigrationsAsync()).Last());
        await site.InStoreAsync(db => db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = {last}"));

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => site.Services.GetRequiredService<DatabaseSetup>().RunAsync(withDemo: false, CancellationToken.None));

        Assert.Equal(["before-20220101000000_Old", "before-20230101000000_Old", $"before-{last}"], Directory.GetFiles(copies).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
        Assert.True(new FileInfo(Directory.GetFiles(copies, $"before-{last}*").Single()).Length > 0);
    }
}
