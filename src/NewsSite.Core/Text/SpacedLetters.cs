using Piece = NewsSite.Text.Skeleton.Piece;

namespace NewsSite.Text;

/// <summary>«ك ل ب», «ك.ل.ب»: three letters or more, each by itself, are a word.</summary>
internal static class SpacedLetters
{
    private const int Enough = 3;

    public static List<Piece> Join(List<Piece> pieces)
    {
        var kept = new List<Piece>(pieces.Count);
        for (var at = 0; at < pieces.Count;)
        {
            var run = Run(pieces, at);
            for (var i = 0; run >= Enough && i < run; i++)
            {
                kept.Add(pieces[at + (2 * i)]);
            }
            at += run >= Enough ? (2 * run) - 1 : 0;
            // A run that is none goes through word by word, so that the next attempt begins at a word.
            while (run < Enough && at < pieces.Count && pieces[at].IsWordPart)
            {
                kept.Add(pieces[at++]);
            }
            if (at < pieces.Count && !pieces[at].IsWordPart)
            {
                kept.Add(pieces[at++]);
            }
        }
        return kept;
    }

    private static int Run(List<Piece> pieces, int at)
    {
        var run = 0;
        while (at < pieces.Count && pieces[at].IsLetter && (at + 1 == pieces.Count || !pieces[at + 1].IsWordPart))
        {
            run++;
            at += 2;
        }
        return run;
    }
}
