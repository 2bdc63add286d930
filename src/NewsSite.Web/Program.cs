using NewsSite.Web;
using NewsSite.Web.Commands;
using NewsSite.Web.Hosting;

if (CommandLine.IsVerb(args))
{
    return await CommandLine.RunAsync(args);
}
try
{
    var app = Site.Build(args);
    await app.SetUpDatabaseAsync();
    await app.StartAsync();
    app.Announce();
    await app.WaitForShutdownAsync();
    return CommandLine.Done;
}
// A wrong setting, a port in use, a folder that may not be written: one sentence, not a stack.
catch (Exception fault) when (CommandLine.IsTheUsersToMend(fault))
{
    await Console.Error.WriteLineAsync(fault.Message);
    return CommandLine.Failed;
}
