namespace NewsSite.Mail;

/// <summary>The one thing that a letter asks to do, as a link.</summary>
public sealed record LetterButton(string Text, string Address);

/// <param name="Language">Of the words; it decides the direction and the name of the site.</param>
/// <param name="Paragraphs">Plain text; a line break stays one.</param>
public sealed record Letter(string To, string Language, string Subject, IReadOnlyList<string> Paragraphs, LetterButton? Button = null)
{
    /// <summary>Further headers, such as <c>List-Unsubscribe</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Small, at the end: why the letter was sent, how to have no more of them.</summary>
    public string? Footnote { get; init; }
}
