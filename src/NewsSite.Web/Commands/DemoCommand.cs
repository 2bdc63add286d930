using System.CommandLine;
using NewsSite.Data;
using NewsSite.Media;

namespace NewsSite.Web.Commands;

internal static class DemoCommand
{
    public static Command Make()
    {
        var remove = new Option<bool>("--remove") { Description = "take away everything that the demo made, and nothing else" };
        var articles = new Option<int>("--articles") { Description = "fill up with generated stories to this number; goes on where it was interrupted" };
        var command = new Command("demo", "Make the demo newspaper in an empty database.") { remove, articles };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => RunAsync(parsed, parsed.GetValue(remove), parsed.GetValue(articles), cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, bool remove, int articles, CancellationToken cancel)
    {
        await using var app = await CommandLine.OpenAsync(parsed, mayCreate: !remove);
        await using var scope = app.Services.CreateAsyncScope();
        var (db, media, clock) = (scope.ServiceProvider.GetRequiredService<NewsDb>(), scope.ServiceProvider.GetRequiredService<MediaFolder>(), scope.ServiceProvider.GetRequiredService<TimeProvider>());
        var demo = new DemoContent(db, media, clock);
        if (remove)
        {
            Console.WriteLine($"{await demo.RemoveAsync(cancel)} demo stories removed, with what only they used.");
            return CommandLine.Done;
        }
        Console.WriteLine(await demo.FillIfEmptyAsync(cancel) ? "The demo newspaper has been made." : "The database is not empty: what is in it stays.");
        if (articles > 0)
        {
            await new LargeDemo(app.Services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<NewsDb>>(), clock).FillAsync(articles, Progress(articles), cancel);
        }
        return CommandLine.Done;
    }

    // A line that renews itself on a terminal, plain lines elsewhere.
    private static Action<int> Progress(int all) => done =>
    {
        var line = $"{done} of {all} stories";
        if (Console.IsOutputRedirected)
        {
            Console.WriteLine(line);
        }
        else
        {
            Console.Write($"\r{line}{(done >= all ? "\n" : "")}");
        }
    };
}
