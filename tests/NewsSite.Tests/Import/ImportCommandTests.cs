using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Import;

public sealed class ImportCommandTests
{
    [Fact]
    public async Task The_command_says_what_would_be_then_does_it()
    {
        await using var site = await TestSite.EmptyAsync();
        var story = await site.OpenStoryAsync();
        var (export, map) = (Path.GetTempFileName(), Path.GetTempFileName());
        await File.WriteAllTextAsync(export, Importing.WordPress(
            Importing.Item("https://old.example/a/", "", Importing.Comment(1, "أول الكلام"), Importing.Comment(2, "جواب", parent: 1, name: "")), Importing.Item("https://old.example/b/", "", Importing.Comment(3, "بلا خبر"))));
        await File.WriteAllTextAsync(map, string.Create(CultureInfo.InvariantCulture, $"https://old.example/a,{story}\n"));

        var (dry, dryCode) = await RunAsync(site, export, "--map", map, "--dry-run");
        var between = await site.InStoreAsync(db => db.Comments.CountAsync());
        var (real, realCode) = await RunAsync(site, export, "--map", map, "--from", "wordpress");
        File.Delete(export);
        File.Delete(map);

        Assert.Equal((0, 0, 0), (dryCode, between, realCode));
        Assert.Contains("Would be added: 2", dry, StringComparison.Ordinal);
        Assert.Contains("1\thttps://old.example/b/", dry, StringComparison.Ordinal);
        Assert.Contains("Nothing was written.", dry, StringComparison.Ordinal);
        Assert.Contains("Added: 2", real, StringComparison.Ordinal);
        Assert.Equal(["سلمى", "قارئ"], await site.InStoreAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => c.Name).ToListAsync()));
    }

    [Fact]
    public async Task A_file_of_which_nothing_is_known_is_answered_by_a_sentence()
    {
        await using var site = await TestSite.EmptyAsync();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "كلام");

        var (unknown, unknownCode) = await RunAsync(site, file);
        var (damaged, damagedCode) = await RunAsync(site, file, "--from", "disqus");
        var (missing, missingCode) = await RunAsync(site, file + ".xml");
        File.Delete(file);

        Assert.Equal((1, 1, 1), (unknownCode, damagedCode, missingCode));
        Assert.Contains("--from", unknown, StringComparison.Ordinal);
        Assert.Contains("Line 1, position 1", damaged, StringComparison.Ordinal);
        Assert.Contains("There is no file", missing, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--dryrun")]
    [InlineData("--dyr-run")]
    [InlineData("--simulate")]
    [InlineData("-n")]
    public async Task A_mistyped_option_brings_nothing_in_earnest(string option)
    {
        await using var site = await TestSite.EmptyAsync();
        await site.OpenStoryAsync("خبر أول");
        var file = await WrittenAsync(Importing.WordPress(Importing.Item("https://old.example/a", "خبر-أول", Importing.Comment(1, "تعليق"))));

        var (said, code) = await RunAsync(site, file, option);
        File.Delete(file);

        Assert.Equal(1, code);
        Assert.Contains(option, said, StringComparison.Ordinal);
        Assert.Equal(0, await site.InStoreAsync(db => db.Comments.CountAsync()));
    }

    [Fact]
    public async Task An_export_without_comments_and_a_map_that_is_not_UTF_8_are_answered_by_a_sentence()
    {
        await using var site = await TestSite.EmptyAsync();
        var file = await WrittenAsync(Importing.WordPress());
        var map = Path.GetTempFileName();
        await File.WriteAllBytesAsync(map, [0xC7, 0xE1, 0x2C, 0x31]);

        var (empty, emptyCode) = await RunAsync(site, file);
        var (foreign, foreignCode) = await RunAsync(site, file, "--map", map);
        File.Delete(file);
        File.Delete(map);

        Assert.Equal((1, 1), (emptyCode, foreignCode));
        Assert.Contains("There is no comment", empty, StringComparison.Ordinal);
        Assert.Contains("not in UTF-8", foreign, StringComparison.Ordinal);
    }

    private static async Task<string> WrittenAsync(string text)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, text);
        return file;
    }

    private static async Task<(string Said, int Code)> RunAsync(TestSite site, string file, params string[] options)
    {
        var database = site.Database.Settings;
        using var process = SiteProcess.Run(["import", "comments", file, .. options, $"--DataFolder={database.DataFolder}", $"--Database:Provider={database.Provider}", $"--ConnectionStrings:News={database.ConnectionString}", $"--contentRoot={TestSite.WebFolder}"]);
        var (said, fault) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (await said + await fault, process.ExitCode);
    }
}
