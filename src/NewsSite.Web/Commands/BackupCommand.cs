using System.CommandLine;
using NewsSite.Backup;
using NewsSite.Data;

namespace NewsSite.Web.Commands;

internal static class BackupCommand
{
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "the archive to write" };
        var withKey = new Option<bool>("--with-key") { Description = "put the site's key in as well; whoever has such a file can sign in as anybody" };
        var overwrite = new Option<bool>("--overwrite") { Description = "replace the file if it is there" };
        var command = new Command("backup", "The whole site in one file, while it goes on working.") { file, withKey, overwrite };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => RunAsync(parsed, parsed.GetValue(file)!.FullName, parsed.GetValue(withKey), parsed.GetValue(overwrite), cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string file, bool withKey, bool overwrite, CancellationToken cancel)
    {
        await using var app = CommandLine.Build(parsed, mustExist: true);
        var made = await app.Services.GetRequiredService<SiteBackup>().WriteAsync(file, withKey, overwrite, cancel);
        Console.WriteLine($"{made.Stories} stories and {made.Files.Count - 1} files, {new FileInfo(file).Length / 1_000_000.0:0.0} MB: {file}");
        Console.WriteLine(made.HasKey
            ? "The site's key is in it: keep this file where nobody finds it."
            : $"The site's key is not in it: keep a copy of {CommandLine.KeyPlace(app)} somewhere else.");
        return CommandLine.Done;
    }
}
