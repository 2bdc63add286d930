using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Data;

namespace NewsSite.Web.Commands;

internal static class RulesCommand
{
    private static readonly JsonSerializerOptions Relaxed = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // `dotnet run` works in the project's folder, everybody else in the repository's.
    private static string Repository => Directory.Exists("tests") ? "." : Path.Combine("..", "..");

    private static string Comments => Path.Combine(Repository, "tests", "NewsSite.Tests", "Comments");

    private static string OpenComments => Path.Combine(Comments, "mpold-open.csv");

    public static Command Make() => new("rules", "The posting rules, tried on texts.") { MakeTry(), MakeMeasure(), MakeTrain() };

    private static Command MakeTry()
    {
        var file = new Argument<FileInfo>("file") { Description = "one comment a line, UTF-8" };
        var article = new Option<int?>("--article") { Description = "the number of the story under which they stand; without it none, and no database" };
        var command = new Command("try", "Judge comments, one a line: a verdict in JSON for each.") { file, article };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => TryAsync(parsed, parsed.GetValue(file)!, parsed.GetValue(article), cancel));
        return command;
    }

    private static Command MakeMeasure()
    {
        var file = new Argument<FileInfo>("file")
        {
            Description = "CSV with the columns Comment, Label, Agreement, Kind",
            DefaultValueFactory = _ => new(OpenComments),
        };
        var command = new Command("measure", "How many labelled comments the rules stop: of the offensive, and of the harmless.") { file };
        command.SetAction(parsed => Measure(Existing(parsed.GetValue(file)!)));
        return command;
    }

    private static Command MakeTrain()
    {
        var files = new Argument<FileInfo[]>("files")
        {
            Description = "CSV with the columns Rule and Text, or Comment, Label, Agreement and Kind; without any, those of the repository",
            DefaultValueFactory = _ => [.. Directory.EnumerateFiles(Path.Combine(Comments, "written"), "*.csv").Order(StringComparer.Ordinal).Append(OpenComments).Select(file => new FileInfo(file))],
        };
        var to = new Option<FileInfo>("--to")
        {
            Description = "where the weights are",
            DefaultValueFactory = _ => new(Path.Combine(Repository, "src", "NewsSite.Core", "Comments", "PostingRules", "Weighing", "weights.bin")),
        };
        var check = new Option<bool>("--check") { Description = "only say whether these comments make the weights that are there" };
        var command = new Command("train", "Make the weigher's weights from labelled comments, and try them on hands that they were not learnt from.") { files, to, check };
        command.SetAction(parsed => parsed.GetValue(check) ? Check(parsed.GetValue(files)!, parsed.GetValue(to)!) : Train(parsed.GetValue(files)!, parsed.GetValue(to)!));
        return command;
    }

    private static int Train(FileInfo[] files, FileInfo to)
    {
        var training = LabelledFiles.Training([.. files.Select(Existing)]);
        new RuleTrial(training.Try()).Write(Console.Out);
        using var file = to.Create();
        training.Write(file);
        Console.WriteLine($"\n{to.FullName}: {file.Length} bytes");
        return CommandLine.Done;
    }

    private static int Check(FileInfo[] files, FileInfo weights)
    {
        using var file = Existing(weights).OpenRead();
        if (LabelledFiles.Training([.. files.Select(Existing)]).Makes(file))
        {
            return CommandLine.Done;
        }
        Console.Error.WriteLine($"{weights.FullName} is not what these comments make: run 'rules train'.");
        return CommandLine.Failed;
    }

    private static async Task<int> TryAsync(ParseResult parsed, FileInfo file, int? article, CancellationToken cancel)
    {
        var context = article is { } number ? await ContextOfAsync(parsed, number, cancel) : CommentContext.None;
        await foreach (var comment in File.ReadLinesAsync(Existing(file).FullName, cancel))
        {
            Console.WriteLine(JsonSerializer.Serialize(LineOf(RuleBook.Printed.Judge(comment, context)), Relaxed));
        }
        return CommandLine.Done;
    }

    private static async Task<CommentContext> ContextOfAsync(ParseResult parsed, int article, CancellationToken cancel)
    {
        // Standard output is the verdicts' alone.
        var output = Console.Out;
        Console.SetOut(Console.Error);
        await using var app = CommandLine.Build(parsed, mustExist: true);
        await using var scope = app.Services.CreateAsyncScope();
        var context = await CommentContext.OfAsync(scope.ServiceProvider.GetRequiredService<NewsDb>(), article, null, cancel);
        Console.SetOut(output);
        return context == CommentContext.None ? throw new InvalidOperationException($"There is no story {article}.") : context;
    }

    private static Line LineOf(IReadOnlyList<Verdict> verdicts)
    {
        if (verdicts.Count == 0)
        {
            return new("posted", null, null, 0, []);
        }
        var strictest = verdicts[0];
        // Of nothing but links there is none.
        var decisive = strictest.Evidence.Where(evidence => evidence.Decides) is var telling && telling.Any() ? telling : strictest.Evidence.Take(1);
        return new(strictest.Action == RuleAction.Refuse ? "refused" : "held", strictest.Rule.ToString(), (int)strictest.Rule, strictest.Certainty / 100.0,
            [.. decisive.Select(evidence => new[] { evidence.Start, evidence.Length })]);
    }

    private static int Measure(FileInfo file)
    {
        RuleMeasure.Of(file.OpenText()).Write(Console.Out);
        return CommandLine.Done;
    }

    private static FileInfo Existing(FileInfo file) => file.Exists ? file : throw new FileNotFoundException($"There is no file {file.FullName}.");

    private sealed record Line(string Outcome, string? Rule, int? Number, double Certainty, IReadOnlyList<int[]> Spans);
}
