using System.Net;

namespace NewsSite.Import;

public enum ImportSource { WordPress, Disqus, Coral, Ghost }

/// <summary>How it stood in the place that it comes from.</summary>
public enum ImportedState
{
    /// <summary>Readers saw it.</summary>
    Approved,

    /// <summary>It waited for a moderator.</summary>
    Pending,
    Spam,

    /// <summary>Rejected, hidden, in the bin or deleted.</summary>
    Removed,

    /// <summary>No reader's comment: a pingback, a review, an order's note.</summary>
    Other,
}

/// <summary>The story that it stands under, by all the names that the export has for it.</summary>
/// <param name="Address">Whole or as a path; the report calls the story so.</param>
/// <param name="Slug">Percent-encoded or not.</param>
/// <param name="Number">Whatever numbered it there.</param>
public sealed record ImportedStory(string Address, string Slug = "", string Number = "")
{
    public string Name => Address.Length > 0 ? Address : Slug.Length > 0 ? Slug : Number;
}

/// <summary>One comment of an export, whichever program made it.</summary>
/// <param name="Id">Names it for good, among all exports of this kind.</param>
/// <param name="At">null: the export does not say, or not so that it can be read.</param>
public sealed record ImportedComment(string Id, string? ParentId, ImportedStory Story, ImportedState State, DateTimeOffset? At)
{
    public string Name { get; init; } = "";

    /// <summary>Empty: the export does not say.</summary>
    public string Email { get; init; } = "";

    /// <summary>Who wrote it, where they had an account there; tells those apart who have no email.</summary>
    public string Account { get; init; } = "";

    public IPAddress? From { get; init; }
    public string Html { get; init; } = "";

    /// <summary>Whether a line's end in the text is one for readers too.</summary>
    public bool KeepsLines { get; init; }
}
