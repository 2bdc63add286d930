namespace NewsSite.Comments;

/// <summary>What became of a moderator's act.</summary>
public abstract record ModerationOutcome
{
    private ModerationOutcome() { }

    public sealed record Done(ModerationEntry Entry) : ModerationOutcome;

    /// <summary>Somebody was first, or the writer has changed the text: nothing was done.</summary>
    public sealed record DecidedMeanwhile(ModerationEntry Last) : ModerationOutcome;

    public sealed record Revealed(string Email) : ModerationOutcome;

    /// <summary>No such comment, or nothing is left of it to decide about.</summary>
    public sealed record Gone : ModerationOutcome;

    public sealed record NothingToUndo : ModerationOutcome;

    /// <summary>The address asked for is not kept any more.</summary>
    public sealed record NoAddress : ModerationOutcome;

    /// <summary>The reason would have kept the writer's address in clear.</summary>
    public sealed record NamesTheAddress : ModerationOutcome;
}
