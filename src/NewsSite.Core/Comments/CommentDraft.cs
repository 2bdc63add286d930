using System.Net;
using NewsSite.Comments.Following;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>What somebody sent, before anything is known about it.</summary>
public sealed record CommentDraft(int ArticleId, string Name, string Email, string Body, int? ParentId)
{
    public IPAddress? From { get; init; }

    /// <summary>What stood in the field that people do not see.</summary>
    public string Trap { get; init; } = "";

    /// <summary>Set for a signed-in member by the page, never by what was sent.</summary>
    public CommentBadge? Badge { get; init; }

    /// <summary>What its writer wants letters about; null: nothing.</summary>
    public FollowKind? Letters { get; init; }

    /// <summary>Whether its writer wants to be told what moderators decide.</summary>
    public bool TellMe { get; init; }

    /// <summary>Fit to keep: on one line, trimmed, without what turns a page over.</summary>
    public CommentDraft Tidied() => this with { Name = CleanText.Line(Name), Email = CleanText.Line(Email), Body = CleanText.Of(Body).Trim() };

    /// <summary>What is wrong with its shape, by field; empty: nothing.</summary>
    public IReadOnlyDictionary<string, CommentFault> Faults() =>
        new[] { (nameof(Name), NameFault()), (nameof(Email), EmailFault()), (nameof(Body), BodyFault()) }
            .Where(one => one.Item2 is not null).ToDictionary(one => one.Item1, one => one.Item2!.Value);

    private CommentFault? NameFault() => LengthFault(Name, Comment.MinName, Comment.MaxName);

    private CommentFault? BodyFault() => LengthFault(Body, Comment.MinBody, Comment.MaxBody);

    private CommentFault? EmailFault() =>
        Email.Length == 0 ? CommentFault.Missing
        : Email.Length > Comment.MaxEmail || !Mail.Outbox.CanSendTo(Email) ? CommentFault.NotAnAddress
        : null;

    private static CommentFault? LengthFault(string text, int least, int most) =>
        text.Length == 0 ? CommentFault.Missing
        : text.Length > most ? CommentFault.TooLong
        : !text.EnumerateRunes().Any(System.Text.Rune.IsLetterOrDigit) ? CommentFault.NothingToRead
        : text.Length < least ? CommentFault.TooShort
        : null;
}
