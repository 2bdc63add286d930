namespace NewsSite.Comments.PostingRules.Wording;

/// <summary>A word of the lists, folded, with what it is and which phrases begin with it.</summary>
internal sealed class Lexeme(string text, bool inflects)
{
    public string Text => text;

    /// <summary>Takes endings, and every prefix; a word that only points the way is listed in each of its forms.</summary>
    public bool Inflects => inflects;

    public WordKind Kinds { get; set; }

    public List<Phrase> Starts { get; } = [];

    public bool IsShort => text.Length <= 2;
}
