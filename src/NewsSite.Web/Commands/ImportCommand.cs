using System.CommandLine;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using NewsSite.Data;
using NewsSite.Import;
using NewsSite.Text;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Commands;

internal static class ImportCommand
{
    private const int MostUnmatched = 20;

    public static Command Make()
    {
        var file = new Argument<string>("file") { Description = "the export; of Coral also a folder with comments.json, stories.json and users.json" };
        var from = new Option<ImportSource?>("--from") { Description = "wordpress, disqus, coral or ghost; without it the file's beginning tells" };
        var map = new Option<FileInfo?>("--map") { Description = "CSV: a story's old address, slug or number, then its address, short link or number here; for those that neither redirects nor slugs find" };
        var dry = new Option<bool>("--dry-run") { Description = "write nothing, and say what would be" };
        var judge = new Option<bool>("--judge") { Description = "what the posting rules would stop today waits for a moderator" };
        var comments = new Command("comments", "Bring readers' comments along. It may be run again: what is there already is left alone.") { file, from, map, dry, judge };
        comments.TreatUnmatchedTokensAsErrors = false;
        comments.SetAction((parsed, cancel) => RunAsync(parsed, new(parsed.GetValue(file)!, parsed.GetValue(from), parsed.GetValue(map), parsed.GetValue(dry), parsed.GetValue(judge)), cancel));
        return new Command("import", "What comes from another program.") { comments };
    }

    private sealed record Wish(string File, ImportSource? From, FileInfo? Map, bool Dry, bool Judge);

    private static async Task<int> RunAsync(ParseResult parsed, Wish wish, CancellationToken cancel)
    {
        if (Mistyped(parsed.UnmatchedTokens) is { } mistyped)
        {
            throw new FormatException($"There is no option {mistyped}.");
        }
        var files = new ExportFiles(Path.Exists(wish.File) ? wish.File : throw new FileNotFoundException($"There is no file {Path.GetFullPath(wish.File)}."));
        var source = wish.From ?? CommentExport.Guess(files) ?? throw new FormatException("It cannot be told from which program the file comes: name it with --from wordpress, disqus, coral or ghost.");
        var map = wish.Map is { } written ? ReadMap(written) : StoryMap.Empty;
        await using var app = await CommandLine.OpenAsync(parsed, mayCreate: false);
        await using var scope = app.Services.CreateAsyncScope();
        var text = app.Services.GetRequiredService<IStringLocalizer<SharedText>>();
        var report = await scope.ServiceProvider.GetRequiredService<CommentImport>().RunAsync(
            new(source, files), map, new(wish.Dry, wish.Judge, language => AnyReader(text, language)), Progress, cancel);
        if (report.Found == 0)
        {
            throw new FormatException($"There is no comment in {wish.File}, read as an export of {source}.");
        }
        Write(report, wish);
        return CommandLine.Done;
    }

    /// <summary>Settings of the site may stand here too, as «--Name=value» or «--Name value»; an option alone is none, and taken for one it would let everything be brought in earnest.</summary>
    private static string? Mistyped(IReadOnlyList<string> tokens) =>
        tokens.Where((token, at) => token.StartsWith('-') && !token.Contains('=', StringComparison.Ordinal) && (at + 1 == tokens.Count || tokens[at + 1].StartsWith('-'))).FirstOrDefault();

    private static string AnyReader(IStringLocalizer text, string language)
    {
        CultureInfo.CurrentUICulture = Cultures.StringsOf(language);
        return text["Comment.AnyReader"].Value;
    }

    private static StoryMap ReadMap(FileInfo file)
    {
        if (!file.Exists)
        {
            throw new FileNotFoundException($"There is no file {file.FullName}.");
        }
        using var text = new StreamReader(file.FullName, new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            return StoryMap.Read(text);
        }
        catch (DecoderFallbackException)
        {
            throw new FormatException("The map is not in UTF-8: save it as «CSV UTF-8».");
        }
    }

    private static void Progress(int done, int all)
    {
        if (!Console.IsOutputRedirected)
        {
            Console.Write($"\r{done} of {all} comments{(done >= all ? "\n" : "")}");
        }
    }

    private static void Write(ImportReport report, Wish wish)
    {
        Console.WriteLine($"{report.Source}: {report.Found} comments in the export: {report.Approved} approved, {report.Pending} waiting, {report.Spam} spam, {report.Removed} removed or refused, {report.Other} that are no comments.");
        Console.WriteLine($"{(wish.Dry ? "Would be added" : "Added")}: {report.Added}, under {report.Stories} stories at most: {report.Posted} posted, {report.Held} held{(wish.Judge ? $", of these {report.HeldByRules} by the rules" : "")}. There already: {report.Already}.");
        Console.WriteLine($"Not brought along: spam, removed and refused ones; {report.WithoutStory} whose story is not here, {report.Empty} without words, {report.Unreadable} without a number or time, {report.Twice} that stand in the export twice.");
        Console.WriteLine($"Of those that fit: {report.Orphans} answers whose parent stays behind, {report.Cut} cut to {NewsSite.Comments.Comment.MaxBody} characters, {report.WithoutEmail} without an email address.");
        if (report.Unmatched.Count > 0)
        {
            Console.WriteLine($"{report.Unmatched.Count} stories are not here; write them into a file for --map:");
            report.Unmatched.Take(MostUnmatched).ToList().ForEach(story => Console.WriteLine($"  {story.Comments}\t{CleanText.Line(story.Name)}"));
            Console.Write(report.Unmatched.Count > MostUnmatched ? $"  … and {report.Unmatched.Count - MostUnmatched} more\n" : "");
        }
        Console.WriteLine(wish.Dry ? "Nothing was written." : "Done.");
    }
}
