using NewsSite.Web;
using NewsSite.Web.Commands;
using NewsSite.Web.Hosting;

if (CommandLine.IsVerb(args))
{
    return await CommandLine.RunAsync(args);
}
var app = Site.Build(args);
await app.SetUpDatabaseAsync();
await app.StartAsync();
app.Announce();
await app.WaitForShutdownAsync();
return 0;
