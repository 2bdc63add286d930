namespace NewsSite.Web.Hosting;

public static class Logs
{
    // One line an event; ids only, never texts or addresses of people.
    public static void AddLogs(this WebApplicationBuilder builder) => builder.Logging.AddSimpleConsole(console =>
    {
        console.SingleLine = true;
        console.TimestampFormat = "yyyy-MM-dd HH:mm:ss ";
        console.UseUtcTimestamp = true;
    });
}
