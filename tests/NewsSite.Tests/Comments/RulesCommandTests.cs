using System.Text.Json;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

public sealed class RulesCommandTests
{
    [Fact]
    public async Task Each_line_of_a_file_gets_its_verdict_in_JSON_without_a_database()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file, ["مقال جميل", "أنت غبي", "يا ابن الشرموطة", "https://a.example https://b.example"]);

        using var process = SiteProcess.Run(["rules", "try", file]);
        var lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        await process.WaitForExitAsync();
        File.Delete(file);

        Assert.Equal(0, process.ExitCode);
        Assert.Equal(["posted", "held", "refused", "held"], lines.Select(line => line.GetProperty("outcome").GetString()));
        Assert.Equal([null, "InsultToPerson", "Profanity", "Spam"], lines.Select(line => line.GetProperty("rule").GetString()));
        Assert.Equal("[[4,3]]", lines[1].GetProperty("spans").GetRawText());
        Assert.Equal(7, lines[2].GetProperty("number").GetInt32());
        Assert.InRange(lines[2].GetProperty("certainty").GetDouble(), 0.9, 1);
    }

    [Theory]
    [InlineData("*", 0)]
    [InlineData("a", 1)]
    public async Task The_weights_in_the_repository_are_those_that_all_of_its_labelled_comments_make(string hands, int exit)
    {
        var (weights, comments) = (Path.Combine(Repository.Root, "src", "NewsSite.Core", "Comments", "PostingRules", "Weighing", "weights.bin"), Path.Combine(Repository.Root, "tests", "NewsSite.Tests", "Comments"));
        var written = Directory.EnumerateFiles(Path.Combine(comments, "written"), $"{hands}.csv").Order(StringComparer.Ordinal);

        using var process = SiteProcess.Run(["rules", "train", .. written, Path.Combine(comments, "mpold-open.csv"), "--check", "--to", weights]);
        var fault = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal((exit, exit == 1), (process.ExitCode, fault.Contains("run 'rules train'", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        using var process = SiteProcess.Run(["rules", "try", "no-such-file.txt"]);
        var fault = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("no-such-file.txt", fault, StringComparison.Ordinal);
    }
}
