namespace NewsSite.Comments.Following;

/// <summary>What somebody wished to be written when they commented. Taken up after the comment stands, so that nobody waits for it.</summary>
public sealed class CommentWish
{
    /// <summary>How long after a comment its writer is told of decisions.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(CommentRetention.MostRefused);

    private CommentWish() { }

    public int CommentId { get; private set; }
    public Comment Comment { get; private set; } = null!;

    /// <summary>Names it in links, where <see cref="LetterTokens"/> signs it.</summary>
    public Guid Handle { get; private set; }

    /// <summary>What is to be followed from now on; null: nothing, or it has been taken up.</summary>
    public FollowKind? Letters { get; private set; }

    /// <summary>Whether letters were wished, taken up or not.</summary>
    public bool WishedLetters { get; private set; }

    /// <summary>Whether to tell what moderators decide.</summary>
    public bool TellMe { get; private set; }

    /// <summary>The last decision that was told, by its line in the log.</summary>
    public long Told { get; private set; }
    public DateTimeOffset? ToldAt { get; private set; }

    /// <returns>null where nothing was wished.</returns>
    internal static CommentWish? Of(Comment comment, CommentDraft draft) => draft.Letters is null && !draft.TellMe ? null
        : new() { Comment = comment, Handle = Guid.NewGuid(), Letters = draft.Letters, WishedLetters = draft.Letters is not null, TellMe = draft.TellMe };

    internal void TakeUp() => Letters = null;

    /// <param name="writtenAt">null: nothing was written of it.</param>
    internal void Tell(long entry, DateTimeOffset? writtenAt) => (Told, ToldAt) = (entry, writtenAt ?? ToldAt);
}
