using NewsSite.Comments;
using NewsSite.Comments.Following;
using NewsSite.Comments.Yours;
using NewsSite.Web.Comments;

namespace NewsSite.Web;

/// <summary>What <c>/privacy</c> says of itself whatever anybody writes there: each figure is the one that the program goes by.</summary>
public sealed class PrivacyFacts(Words words, PageFrame frame, CommentRetention kept)
{
    public IReadOnlyList<string> OfReading => [.. Said("NoCookies", "NoThirdParty", "Embeds", "Device", "Logs")];

    public IReadOnlyList<string> OfCommenting =>
    [
        .. Said("Public", "Email", "Reveal"),
        After("Network", kept.Network),
        After("Refused", kept.Refused),
        After("Appealed", CommentRetention.Appealed),
        .. Said("Ledger"),
        After("Bans", kept.Network),
        .. Said(frame.Settings.WeighComments ? ["Rules", "Weigher"] : ["Rules"]),
        words.With("Privacy.CommentCookie", Days((int)MyComments.Lasts.TotalDays)),
        words.With("Privacy.ProofCookie", words.Count("Span.Minute", (long)MailboxProofs.VisitLasts.TotalMinutes)),
        After("Votes", kept.Network),
        After("Flags", kept.Network),
        After("Following", (int)CommentSubscription.AskLasts.TotalDays),
        After("NotAsked", (int)FollowRefusal.Lasts.TotalDays),
        After("Followed", (int)CommentSubscription.Outlives.TotalDays),
        words.With("Privacy.Answers", words.Number(LettersOfADay.Most)),
        After("Letters", CommentRetention.Letters),
        .. Said("Backups"),
    ];

    private IEnumerable<string> Said(params string[] names) => names.Select(name => words[$"Privacy.{name}"]);

    private string After(string name, int days) => words.With($"Privacy.{name}", Days(days));

    private string Days(int days) => words.Count("Span.Day", days);
}
