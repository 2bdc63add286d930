using NewsSite.Web;
using NewsSite.Web.Hosting;

var app = Site.Build(args);
await app.SetUpDatabaseAsync();
await app.StartAsync();
app.Announce();
await app.WaitForShutdownAsync();
