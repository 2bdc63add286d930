using NewsSite.Comments.PostingRules;

namespace NewsSite.Comments;

/// <summary>Whom a moderator bans, and by which rule the comment at hand goes with it.</summary>
/// <param name="Email">The writer.</param>
/// <param name="Address">The network address, for a day at most.</param>
/// <param name="Until">null: for good.</param>
public sealed record BanOrder(PostingRule Rule, bool Email, bool Address, DateTimeOffset? Until, string Why)
{
    /// <summary>To an appeal, which is not granted by this.</summary>
    public string Answer { get; init; } = "";
}
