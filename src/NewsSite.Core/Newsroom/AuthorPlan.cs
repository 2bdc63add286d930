using NewsSite.Articles;

namespace NewsSite.Newsroom;

/// <summary>Everything of an author that an editor may set.</summary>
/// <param name="Elsewhere">Only editions in which something is written.</param>
public sealed record AuthorPlan(string Name, string Role, string Life, int? PortraitId, IReadOnlyDictionary<string, AuthorWords> Elsewhere)
{
    public string Fingerprint => Text.Fingerprint.Of([Name, Role, Life, PortraitId, .. Elsewhere.OrderBy(words => words.Key, StringComparer.Ordinal).Select(words => (object)words)]);

    public static AuthorPlan Of(Author author) => new(author.Name, author.Role, author.Life, author.PortraitId, author.Elsewhere);
}

public enum AuthorRefusal
{
    /// <summary>A name without a letter or a digit has no address.</summary>
    NoLetters,

    Taken,

    /// <summary>No picture has this number.</summary>
    NoPicture,

    /// <summary>Somebody else has changed it since the form was opened.</summary>
    Changed,

    /// <summary>Stories carry the name.</summary>
    InUse,
}
