namespace NewsSite.Text;

/// <summary>
/// A text as the posting rules read it. <see cref="Text"/> holds letters and digits, one space between words, <c>*</c> where a sign stands inside a word for what may be a letter,
/// and <c>-</c> where another sign stands inside one. Every position of it knows where in the original it comes from.
/// </summary>
public sealed class Skeleton
{
    public const char Mask = '*', Joint = '-';

    private readonly Piece[] pieces;

    internal Skeleton(List<Piece> made, string original)
    {
        pieces = [.. made];
        Text = string.Create(pieces.Length, pieces, (text, from) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = from[i].Letter;
            }
        });
        IsDotless = original.AsSpan().ContainsAny('\u066E', '\u066F', '\u06A1');
        Original = original;
    }

    public string Text { get; }

    public string Original { get; }

    /// <summary>Written without dots, at least in part.</summary>
    public bool IsDotless { get; }

    /// <summary>The letter was made of something that is none.</summary>
    public bool IsGuess(int at) => pieces[at].IsGuess;

    /// <summary>The stretch of the original, in UTF-16 units, of which a stretch of the folded text was made.</summary>
    public (int Start, int Length) Whence(int start, int length) =>
        length <= 0 ? (0, 0) : (pieces[start].Start, pieces[start + length - 1].End - pieces[start].Start);

    internal readonly record struct Piece(char Letter, int Start, int End, bool IsGuess = false)
    {
        public bool IsLetter => char.IsLetter(Letter);

        public bool IsArabic => ArabicLetters.IsArabic(Letter);

        public bool IsLatin => char.IsAsciiLetter(Letter);

        public bool IsSpace => Letter == ' ';

        public bool IsWordPart => char.IsLetterOrDigit(Letter);
    }
}
