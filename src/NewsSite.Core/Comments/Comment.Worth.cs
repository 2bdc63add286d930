namespace NewsSite.Comments;

/// <summary>What a comment that was written signed in wears.</summary>
public enum CommentBadge
{
    Staff,

    /// <summary>Of this very story.</summary>
    Author,
}

public sealed partial class Comment
{
    /// <summary>How many readers found it useful. Their votes are kept for a while only, the count stays.</summary>
    public int Useful { get; private set; }

    /// <summary>null: written by a reader.</summary>
    public CommentBadge? Badge { get; private set; }

    internal void Wear(CommentBadge? badge) => Badge = badge;
}
