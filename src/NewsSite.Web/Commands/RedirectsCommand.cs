using System.CommandLine;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Web.Commands;

internal static class RedirectsCommand
{
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "CSV: the old path or address, then the new one; UTF-8, percent-encoded or not" };
        var import = new Command("import", "Write redirects from a CSV file; each line that is not one is reported and passed over.") { file };
        import.TreatUnmatchedTokensAsErrors = false;
        import.SetAction((parsed, cancel) => RunAsync(parsed, parsed.GetValue(file)!, cancel));
        return new Command("redirects", "Old addresses that lead to new ones.") { import };
    }

    private static async Task<int> RunAsync(ParseResult parsed, FileInfo file, CancellationToken cancel)
    {
        if (!file.Exists)
        {
            throw new FileNotFoundException($"There is no file {file.FullName}.");
        }
        await using var app = await CommandLine.OpenAsync(parsed, mayCreate: false);
        await using var scope = app.Services.CreateAsyncScope();
        var result = await RedirectImport.RunAsync(scope.ServiceProvider.GetRequiredService<NewsDb>(), file.OpenText(), app.Services.GetRequiredService<TimeProvider>().Now, cancel);
        result.Faults.ToList().ForEach(fault => Console.Error.WriteLine($"Line {fault.Line}: {Sentence(fault.Fault)}"));
        Console.WriteLine($"{result.Written} redirects written, {result.Faults.Count} lines passed over.");
        return result.Faults.Count == 0 ? CommandLine.Done : CommandLine.Failed;
    }

    private static string Sentence(RedirectFault fault) => fault switch
    {
        RedirectFault.TooLong => "one of its addresses is too long.",
        RedirectFault.LeadsToItself => "it leads to itself.",
        RedirectFault.NotATarget => "the new address is none.",
        _ => "the old address is none.",
    };
}
