using NewsSite.Comments.PostingRules;

namespace NewsSite.Comments;

public enum CommentFault { Missing, TooShort, TooLong, NothingToRead, NotAnAddress, ParentGone, SaidAlready }

/// <summary>What became of a comment that somebody sent.</summary>
public abstract record CommentOutcome
{
    private CommentOutcome() { }

    public sealed record Posted(int Id) : CommentOutcome;

    public sealed record Held(int Id, HoldReason Reason) : CommentOutcome;

    /// <param name="IsKept">Whether the text is stored, so that there is something to object about.</param>
    public sealed record Refused(int Id, PostingRule Rule, bool IsKept) : CommentOutcome;

    /// <param name="Faults">By the draft's fields.</param>
    public sealed record Unfit(IReadOnlyDictionary<string, CommentFault> Faults) : CommentOutcome;

    public sealed record Closed : CommentOutcome;

    public sealed record Banned(DateTimeOffset? Until) : CommentOutcome;

    public sealed record TooFast(TimeSpan RetryAfter) : CommentOutcome
    {
        /// <summary>The story is in slow mode; else the writer has sent many in a minute.</summary>
        public bool IsSlowMode { get; init; }
    }

    /// <summary>Its writer may take it back, and change it no more.</summary>
    public sealed record EditedOften : CommentOutcome;

    /// <summary>There is no such story for readers, or no such comment of this writer's.</summary>
    public sealed record NotThere : CommentOutcome;
}
