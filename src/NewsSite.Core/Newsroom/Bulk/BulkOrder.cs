namespace NewsSite.Newsroom.Bulk;

public enum BulkKind { Move, AddTag, RemoveTag, Withdraw }

/// <summary>What shall be done to many stories at once.</summary>
public abstract record BulkOrder(BulkKind Kind)
{
    /// <summary>The name of the tag in question; null: none is.</summary>
    public string? TagName => this switch { AddTag add => add.Name, RemoveTag remove => remove.Name, _ => null };

    public sealed record Move(int SectionId) : BulkOrder(BulkKind.Move);

    /// <summary>In each edition its own; one that is not there yet is made.</summary>
    public sealed record AddTag(string Name) : BulkOrder(BulkKind.AddTag);

    public sealed record RemoveTag(string Name) : BulkOrder(BulkKind.RemoveTag);

    /// <param name="Reason">For readers who come to their pages.</param>
    public sealed record Withdraw(string Reason) : BulkOrder(BulkKind.Withdraw);
}

public enum BulkVerdict
{
    Fits,

    /// <summary>No such story, or not theirs to change.</summary>
    NotThere,

    /// <summary>The section is another edition's.</summary>
    OtherEdition,

    InSection,
    HasTag,
    HasNoSuchTag,
    TooManyTags,

    /// <summary>No reader sees it, so it cannot be taken from them.</summary>
    NotOut,
}

/// <summary>What becomes, or would become, of one of the stories.</summary>
public sealed record BulkLine(int Story, string Headline, string Language, string Section, BulkVerdict Verdict);

/// <param name="Act">What it can be undone by; null: it was only tried, or there was nothing to do.</param>
public sealed record BulkOutcome(IReadOnlyList<BulkLine> Lines, int? Act);
