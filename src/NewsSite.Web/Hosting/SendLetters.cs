using NewsSite.Mail;

namespace NewsSite.Web.Hosting;

/// <summary>Looks every few seconds for letters that are due: those of this process, of other nodes, and of before a restart alike.</summary>
public sealed partial class SendLetters(Delivery delivery, TimeProvider clock, ILogger<SendLetters> logger) : Rounds(clock, TimeSpan.FromSeconds(3))
{
    protected override Task RunAsync(CancellationToken stop) => delivery.SendDueAsync(stop);

    // The store is away or busy; the letters are in it, and the next look is near.
    [LoggerMessage(LogLevel.Warning, "Letters were not looked for: {Fault}")]
    protected override partial void LogStopped(string fault);
}
