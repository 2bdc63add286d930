using System.Net;
using NewsSite.Comments.PostingRules;
using NewsSite.Mail;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>What a reader reports.</summary>
/// <param name="Email">Where the result is wanted; empty: nowhere.</param>
public sealed record FlagDraft(int CommentId, PostingRule Rule, string Note, string Email)
{
    public IPAddress? From { get; init; }

    public FlagDraft Tidied() => this with { Note = CleanText.Line(CleanText.Of(Note)), Email = Email.Trim() };

    /// <summary>Of a tidied one, by field.</summary>
    public IReadOnlyDictionary<string, CommentFault> Faults()
    {
        var faults = new Dictionary<string, CommentFault>();
        if (!Enum.IsDefined(Rule))
        {
            faults[nameof(Rule)] = CommentFault.Missing;
        }
        if (Note.Length > CommentFlag.MaxNote)
        {
            faults[nameof(Note)] = CommentFault.TooLong;
        }
        if (Email.Length > 0 && (Email.Length > Comment.MaxEmail || !Outbox.CanSendTo(Email)))
        {
            faults[nameof(Email)] = CommentFault.NotAnAddress;
        }
        return faults;
    }
}

public abstract record FlagOutcome
{
    private FlagOutcome() { }

    /// <summary>Also where the same reader had reported it before: who types somebody's address learns nothing.</summary>
    public sealed record Taken : FlagOutcome;

    public sealed record Unfit(IReadOnlyDictionary<string, CommentFault> Faults) : FlagOutcome;

    /// <summary>Too many reports from one network address.</summary>
    public sealed record TooMany : FlagOutcome;

    /// <summary>Not there for readers, or not any more.</summary>
    public sealed record NotThere : FlagOutcome;
}
