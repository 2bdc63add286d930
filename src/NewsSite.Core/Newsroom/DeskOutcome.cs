namespace NewsSite.Newsroom;

/// <summary>What an act on sections, tags or authors came to.</summary>
public abstract record DeskOutcome<TRefusal> where TRefusal : struct, Enum
{
    private DeskOutcome() { }

    public sealed record Done(int Id) : DeskOutcome<TRefusal>;

    /// <param name="About">What it clashes with, by name.</param>
    public sealed record Refused(TRefusal Why, string About = "") : DeskOutcome<TRefusal>;

    public sealed record NotThere : DeskOutcome<TRefusal>;
}
