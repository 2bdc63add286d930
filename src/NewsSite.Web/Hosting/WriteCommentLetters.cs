using NewsSite.Comments.Following;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Hosting;

/// <summary>Looks every few seconds for what there is to write to readers and moderators about comments.</summary>
public sealed partial class WriteCommentLetters(
    FollowerLetters followers, DecisionLetters decisions, WaitingDigest waiting, CommentWordings wordings, TimeProvider clock, ILogger<WriteCommentLetters> logger) : Rounds(clock, TimeSpan.FromSeconds(10))
{
    protected override async Task RunAsync(CancellationToken stop)
    {
        var wording = await wordings.NowAsync(stop);
        await followers.AskAsync(wording, stop);
        await followers.TellAsync(wording, stop);
        await decisions.TellAsync(wording, stop);
        await waiting.TellAsync(wording, stop);
    }

    [LoggerMessage(LogLevel.Warning, "Letters about comments were not written: {Fault}")]
    protected override partial void LogStopped(string fault);
}
