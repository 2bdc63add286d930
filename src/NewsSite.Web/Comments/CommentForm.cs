using NewsSite.Comments;
using NewsSite.Comments.PostingRules;

namespace NewsSite.Web.Comments;

public sealed class CommentInput
{
    public string? Name { get; set; }
    public string? Email { get; set; }
    public string? Body { get; set; }
    public string? ParentId { get; set; }

    /// <summary>Whether a signed-in member wants the badge.</summary>
    public bool AsStaff { get; set; }

    /// <summary>As <see cref="FollowChoice"/> offers it.</summary>
    public string? Letters { get; set; }

    /// <summary>Whether to tell what moderators decide.</summary>
    public bool TellMe { get; set; }

    /// <summary>The trap: people do not see it.</summary>
    public string? Website { get; set; }
}

/// <summary>The form under a story, empty or with what was typed and what is wrong with it.</summary>
public sealed record CommentForm(int Article, string Language, CommentInput Input)
{
    /// <summary>What is answered; null: the story.</summary>
    public CommentView? Parent { get; init; }

    /// <summary>The rule that the text was refused by.</summary>
    public PostingRule? Broken { get; init; }

    /// <summary>The refused comment, where its writer may object; null: there is none, or nothing of it is kept.</summary>
    public int? Appealable { get; init; }

    /// <summary>A sentence about the whole; null: none.</summary>
    public string? Refusal { get; init; }

    /// <summary>When the clock closes the story's comments; null: it does not.</summary>
    public DateTimeOffset? ClosesAt { get; init; }
}

/// <summary>A story's comments as its page prints them.</summary>
/// <param name="Mine">Sent from this browser, and not on this page for everybody.</param>
public sealed record CommentsView(int Article, string Language, CommentThread Thread, ThreadOrder Order, bool IsOpen, IReadOnlyList<MyCommentView> Mine)
{
    public CommentStanding Standing { get; init; } = new(CommentLevel.Open, null);

    /// <summary>Whether this is the story's own page, which shows the first of them.</summary>
    public bool UnderStory { get; init; } = true;

    /// <summary>Where this page begins; null: with the first.</summary>
    public ThreadPosition? From { get; init; }

    public Honours Honours { get; init; } = Honours.None;

    /// <summary>Those of this browser that it may still change, by number.</summary>
    public IReadOnlyDictionary<int, MyCommentView> Mendable { get; init; } = new Dictionary<int, MyCommentView>();
}

/// <param name="Rule">Of what was not posted.</param>
/// <param name="MinutesLeft">To change it or take it back; 0: none.</param>
public sealed record MyCommentView(CommentView Comment, PostingRule? Rule, int MinutesLeft, AppealStanding Appeal)
{
    /// <summary>Its writer has not been thanked yet, or just now.</summary>
    public bool IsNew { get; init; }

    /// <summary>Letters were asked for with it, which a letter asks to confirm.</summary>
    public bool AsksForLetters { get; init; }
}

/// <param name="Answers">Whether readers may answer it.</param>
public sealed record CommentItem(CommentView Comment, string Language, int Article, bool Answers, MyCommentView? Mine = null)
{
    public IEnumerable<HonourKind> Honours { get; init; } = [];
}
