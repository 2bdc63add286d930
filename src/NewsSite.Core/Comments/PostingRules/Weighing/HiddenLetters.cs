using NewsSite.Comments.PostingRules.Wording;
using NewsSite.Text;

namespace NewsSite.Comments.PostingRules.Weighing;

/// <summary>
/// Words that no list knows and of which a letter is hidden behind a sign, or the dots are left out: each is weighed as the heaviest word that it may be, where its stem alone speaks for a breach.
/// Who writes so has something to hide.
/// </summary>
internal sealed class HiddenLetters(WeightTable table)
{
    private const string Alphabet = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";
    private const int Shortest = 3, Longest = 16, MostGuesses = 1_000, MostWords = 24;

    private readonly List<Trait> weighed = [];

    // Nobody keeps the site busy with guessing.
    private int left = MostWords;

    /// <summary>The spelling of each word that is weighed as another; empty: it is the end of the one before. null: all stand as they are.</summary>
    public string?[]? In(Passage passage)
    {
        string?[]? spellings = null;
        for (var at = 0; at < passage.Words.Count; at++)
        {
            if (passage.Words[at].Kinds != WordKind.None)
            {
                continue;
            }
            var isParted = IsPartedByMask(passage, at);
            if (Heaviest(passage, at, isParted ? at + 1 : at) is { } found)
            {
                spellings ??= new string?[passage.Words.Count];
                spellings[at] = found;
                if (isParted)
                {
                    spellings[++at] = "";
                }
            }
        }
        return spellings;
    }

    // «الخف*فيش» were read as two words.
    private static bool IsPartedByMask(Passage passage, int at) =>
        at + 1 < passage.Words.Count && passage.Words[at + 1] is { Kinds: WordKind.None } next && passage.Words[at].End is var end
        && next.Start == end + 1 && passage.Skeleton.Text[end] == Skeleton.Mask;

    private string? Heaviest(Passage passage, int first, int last)
    {
        var (start, end) = (passage.Words[first].Start, passage.Words[last].End);
        var written = passage.Skeleton.Text.AsSpan(start, end - start);
        if (left == 0 || written.Length is < Shortest or > Longest)
        {
            return null;
        }
        var masks = written.Count(Skeleton.Mask);
        if (masks > 1 || (masks == 0 && !(passage.Skeleton.IsDotless && HasGuess(passage.Skeleton, start, end))))
        {
            return null;
        }
        var isDotless = masks == 0;
        var options = new string[written.Length];
        var guesses = 1;
        for (var i = 0; i < options.Length && guesses <= MostGuesses; i++)
        {
            options[i] = written[i] == Skeleton.Mask ? Alphabet : isDotless ? ArabicLetters.OfStroke(written[i]) : written[i].ToString();
            guesses *= options[i].Length;
        }
        return guesses > MostGuesses ? null : Heaviest(options, guesses);
    }

    private string? Heaviest(string[] options, int guesses)
    {
        left--;
        Span<char> guess = stackalloc char[options.Length];
        var (found, most) = ((string?)null, 0);
        for (var number = 0; number < guesses; number++)
        {
            var rest = number;
            for (var i = 0; i < guess.Length; i++)
            {
                (rest, var which) = Math.DivRem(rest, options[i].Length);
                guess[i] = options[i][which];
            }
            if (WeightOf(guess) is var weight && weight > most)
            {
                (found, most) = (guess.ToString(), weight);
            }
        }
        return found;
    }

    /// <returns>0 where its stem tells nothing.</returns>
    private int WeightOf(ReadOnlySpan<char> word)
    {
        weighed.Clear();
        var stem = table.Weights[Traits.OfSpelling(word, 0, weighed) % Traits.Count];
        var letters = 0;
        foreach (var stretch in weighed)
        {
            letters += table.Weights[stretch.Number];
        }
        return stem > 0 && letters >= 0 ? stem + letters : 0;
    }

    private static bool HasGuess(Skeleton skeleton, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (skeleton.IsGuess(i))
            {
                return true;
            }
        }
        return false;
    }
}
