using NewsSite.Accounts;
using NewsSite.Caching;
using NewsSite.Text;

namespace NewsSite.Comments;

public enum HonourKind
{
    /// <summary>Stands above the thread, with the reason.</summary>
    Pinned,

    /// <summary>The editors' choice: shown in the story, and in a list of its own.</summary>
    Picked,
}

/// <summary>That the newsroom sets a comment above others. Shown as long as the comment is; the log keeps who gave and took it.</summary>
public sealed class CommentHonour : IPageSubject
{
    public const int MostPinned = 3, MostPicked = 20;

    private CommentHonour() { }

    internal CommentHonour(Comment comment, HonourKind kind, string why, StaffMember by, DateTimeOffset now)
    {
        (Comment, ArticleId, Kind, ById, ByName, At) = (comment, comment.ArticleId, kind, by.Id, by.Name, now);
        Why = CleanText.Line(why) is var line && line.Length > ModerationEntry.MaxWhy ? line[..ModerationEntry.MaxWhy] : line;
    }

    public int CommentId { get; private set; }
    public Comment Comment { get; private set; } = null!;
    public int ArticleId { get; private set; }
    public HonourKind Kind { get; private set; }

    /// <summary>Readers read it.</summary>
    public string Why { get; private set; } = "";

    public int ById { get; private set; }
    public string ByName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    public IEnumerable<string> PageTags => [Comment.ThreadTag(ArticleId)];
}
