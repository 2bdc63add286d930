using NewsSite.Comments.PostingRules;

namespace NewsSite.Comments;

public enum TermOrigin
{
    /// <summary>As it came with the program.</summary>
    Program,

    /// <summary>The program's, changed or switched off by the newsroom.</summary>
    Changed,

    /// <summary>The newsroom's own.</summary>
    Added,
}

/// <summary>A term with where it comes from.</summary>
/// <param name="Program">As the program brings it; null: it does not.</param>
/// <param name="Change">What the newsroom made of it; null: nothing.</param>
public sealed record ShelfTerm(string Key, Term? Program, TermChange? Change)
{
    /// <summary>What holds.</summary>
    public TermWish Now => Change is { } change ? TermWish.Of(change) : TermWish.Of(Program!);

    public TermOrigin Origin => Change is null ? TermOrigin.Program : Program is null ? TermOrigin.Added : TermOrigin.Changed;

    public string Offends => Program?.Offends ?? "";
    public string Innocent => Program?.Innocent ?? "";
}

/// <summary>One thing to be done to the terms.</summary>
/// <param name="Wish">null: back to the program's, or away where it has none.</param>
public sealed record TermStep(string Key, TermWish? Wish);
