using System.CommandLine;
using NewsSite.Backup;

namespace NewsSite.Web.Commands;

internal static class RestoreCommand
{
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "an archive that 'backup' wrote" };
        var command = new Command("restore", "A backup as a site again, in an empty place; checksums and counts prove it.") { file };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => RunAsync(parsed, parsed.GetValue(file)!.FullName, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string file, CancellationToken cancel)
    {
        await using var app = CommandLine.Build(parsed, mustExist: false);
        var made = await app.Services.GetRequiredService<SiteRestore>().ReadAsync(file, cancel);
        Console.WriteLine($"{made.Stories} stories, {made.Rows.Values.Sum()} rows and {made.Files.Count - 1} files of {made.MadeAt:yyyy-MM-dd HH:mm} UTC are back; counts and checksums agree.");
        if (!made.HasKey)
        {
            Console.WriteLine($"The site's key was not in it. Put the old one at {CommandLine.KeyPlace(app)} before you start the site; without it everybody signs in again, and letters that still waited are lost.");
        }
        return CommandLine.Done;
    }
}
