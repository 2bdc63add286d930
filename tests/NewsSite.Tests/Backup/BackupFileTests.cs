using System.Text;
using NewsSite.Data;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Backup;

/// <summary>What may be wrong with the file itself, whatever database it was made of.</summary>
public sealed class BackupFileTests : BackupPlace
{
    [Theory]
    [InlineData("database")]
    [InlineData("media/")]
    [InlineData("\"version\"")]
    [InlineData("\"articles\"")]
    public async Task A_damaged_backup_is_refused_and_leaves_the_place_empty(string near)
    {
        await using var site = await WithPictureAsync();
        await BackUpAsync(site);
        var bytes = await File.ReadAllBytesAsync(Archive);
        // A few bytes after the first time that it is named: within what it names.
        bytes[Encoding.Latin1.GetString(bytes).IndexOf(near, StringComparison.OrdinalIgnoreCase) + near.Length + 60] ^= 0x01;
        await File.WriteAllBytesAsync(Archive, bytes);

        await RefusedAsync("damaged");
    }

    [Fact]
    public async Task Half_a_backup_and_another_file_are_refused()
    {
        await using var site = await WithPictureAsync();
        await BackUpAsync(site);
        var bytes = await File.ReadAllBytesAsync(Archive);
        await File.WriteAllBytesAsync(Archive, bytes[..(bytes.Length / 2)]);
        await RefusedAsync("damaged");

        await File.WriteAllTextAsync(Archive, "خبر عاجل");
        await RefusedAsync("not a backup");
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("media/../../evil")]
    [InlineData("/tmp/evil")]
    [InlineData("appsettings.json")]
    public async Task An_archive_that_would_write_outside_is_refused(string name)
    {
        await using var site = await WithPictureAsync();
        var made = await BackUpAsync(site);
        await RewriteAsync(made with { Files = [.. made.Files, new(name, 0, "")] });

        await RefusedAsync("damaged");
    }

    [Fact]
    public async Task A_backup_of_a_newer_program_or_another_database_says_so()
    {
        await using var site = await WithPictureAsync();
        var made = await BackUpAsync(site);
        await RewriteAsync(made with { Migration = "20990101000000_Later" });
        await RefusedAsync("newer program");

        await RewriteAsync(made with { Provider = 1 - made.Provider });
        await RefusedAsync("this site is set to");
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_overwritten_and_only_its_owner_may_read_it()
    {
        await using var site = await TestSite.EmptyAsync();
        await BackUpAsync(site);
        var first = await File.ReadAllBytesAsync(Archive);

        await Assert.ThrowsAsync<IOException>(() => BackUpAsync(site));

        Assert.Equal(first, await File.ReadAllBytesAsync(Archive));
        Assert.Equal([Archive], Directory.GetFiles(Folder));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Archive));
        }
    }

    [Fact]
    public async Task Where_no_file_can_be_written_nothing_is_left_behind()
    {
        await using var site = await WithPictureAsync();

        await Assert.ThrowsAnyAsync<IOException>(() => BackUpAsync(site, file: Path.Combine(Folder, "nowhere", "site.backup")));

        Assert.Empty(Directory.GetFileSystemEntries(Folder));
    }

    [Fact]
    public async Task The_two_commands_say_what_they_did_and_where_the_key_lies()
    {
        await using var site = await WithPictureAsync();
        var data = site.Database.Settings.DataFolder;

        var (made, wrote) = await RunAsync("backup", Archive, site.Database.Settings);
        var (back, restored) = await RunAsync("restore", Archive, Elsewhere.Settings);
        var (again, refused) = await RunAsync("restore", Archive, Elsewhere.Settings);

        Assert.Equal((0, 0, 1), (made, back, again));
        Assert.Contains($"The site's key is not in it: keep a copy of {Path.Combine(data, "keys", "site.key")}", wrote, StringComparison.Ordinal);
        Assert.Contains("counts and checksums agree", restored, StringComparison.Ordinal);
        Assert.Contains("a site here already", refused, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Said)> RunAsync(string verb, string file, DatabaseSettings on)
    {
        using var process = SiteProcess.Run([verb, file, $"--DataFolder={on.DataFolder}", $"--Database:Provider={on.Provider}", $"--ConnectionStrings:News={on.ConnectionString}"]);
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }
}
