using System.Text;
using NewsSite.Comments.PostingRules;
using NewsSite.Data;

namespace NewsSite.Comments;

/// <summary>A reader's word that a comment breaks a rule. Each reader has one a comment; kept for as long as network addresses are.</summary>
public sealed class CommentFlag
{
    /// <summary>Of one note, and of all that are kept beside one another.</summary>
    public const int MaxNote = 300, MaxNotes = 1_000;

    private CommentFlag() { }

    public long Id { get; private set; }
    public int CommentId { get; private set; }
    public Comment Comment { get; private set; } = null!;
    public PostingRule Rule { get; private set; }
    public string Note { get; private set; } = "";

    /// <summary>Who it was, by a keyed hash: of the email address where one was given, else of the network address.</summary>
    public string ReaderKey { get; private set; } = "";

    /// <summary>Readers behind one network address count as one towards holding a comment.</summary>
    public string? AddressKey { get; private set; }

    /// <summary>Where the result is to be told; null: nowhere.</summary>
    public byte[]? SealedEmail { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>null: nobody has looked yet.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    internal static CommentFlag By(Comment comment, FlagDraft draft, CommenterKeys reader, SiteKey key, DateTimeOffset now) => new()
    {
        Comment = comment,
        Rule = draft.Rule,
        Note = draft.Note,
        ReaderKey = draft.Email.Length > 0 ? reader.Email : reader.Address ?? "",
        AddressKey = reader.Address,
        SealedEmail = draft.Email.Length > 0 ? SealOf(key).Close(Encoding.UTF8.GetBytes(draft.Email)) : null,
        At = now,
    };

    /// <summary>
    /// The same reader once more, or another who shares the network or typed the same address: the rule of the later word counts where it comes from the same network,
    /// and what was noted before stays beside it as far as there is room.
    /// </summary>
    /// <param name="again">The text is another since the report was answered: only the later word is about it.</param>
    internal void Restate(FlagDraft draft, string? network, bool again)
    {
        Rule = again || network == AddressKey ? draft.Rule : Rule;
        Note = again || Note.Length == 0 ? draft.Note : draft.Note.Length == 0 || Note.Contains(draft.Note, StringComparison.Ordinal) ? Note : Joined(Note, draft.Note);
        AnsweredAt = again ? null : AnsweredAt;
    }

    internal string? Email(SiteKey key) => SealedEmail is { } closed && SealOf(key).Open(closed) is { } plain ? Encoding.UTF8.GetString(plain) : null;

    internal void StrikeNote() => Note = "";

    internal void Answer(DateTimeOffset now) => AnsweredAt = now;

    internal void Reopen() => AnsweredAt = null;

    private static string Joined(string first, string later) => $"{first} / {later}" is var both && both.Length <= MaxNotes ? both : first;

    private static Seal SealOf(SiteKey key) => new(key, "reporters' emails");
}
