namespace NewsSite.Mail;

/// <summary>The one thing that a letter asks to do, as a link.</summary>
public sealed record LetterButton(string Text, string Address);

/// <summary>One of several things that a letter tells of, each with a link of its own.</summary>
public sealed record LetterPart(string Head, string Text, LetterButton Link);

/// <param name="Language">Of the words; it decides the direction and the name of the site.</param>
/// <param name="Paragraphs">Plain text; a line break stays one.</param>
public sealed record Letter(string To, string Language, string Subject, IReadOnlyList<string> Paragraphs, LetterButton? Button = null)
{
    /// <summary>Further headers, such as <c>List-Unsubscribe</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>By which whoever wrote it finds it again to take it back; nothing that is sent.</summary>
    public string Matter { get; init; } = "";

    /// <summary>Between the paragraphs and the button.</summary>
    public IReadOnlyList<LetterPart> Parts { get; init; } = [];

    /// <summary>Small, at the end: why the letter was sent, how to have no more of them.</summary>
    public string? Footnote { get; init; }

    /// <summary>Beneath it.</summary>
    public LetterButton? FootLink { get; init; }
}
