namespace NewsSite.Articles;

public enum LabelKind { Breaking, Exclusive, Analysis, Opinion }

/// <summary>A word before the headline: «عاجل», «حصري» …</summary>
/// <param name="EndsAt">null: it stays.</param>
public sealed record Label(LabelKind Kind, DateTimeOffset? EndsAt = null)
{
    public bool HoldsAt(DateTimeOffset now) => EndsAt is null || EndsAt > now;
}
