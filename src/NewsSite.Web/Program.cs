using NewsSite.Web;
using NewsSite.Web.Commands;
using NewsSite.Web.Hosting;

if (CommandLine.IsVerb(args))
{
    return await CommandLine.RunAsync(args);
}
// SQLite works, and waits for the disk, on the thread that asks: with only as many threads as cores a reader's page would wait behind two comments while a core is idle.
ThreadPool.SetMinThreads(8 * Environment.ProcessorCount, 8 * Environment.ProcessorCount);
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
