using NewsSite.Comments.PostingRules.Wording;
using NewsSite.Text;

namespace NewsSite.Comments.PostingRules.Aiming;

/// <summary>Who is spoken to, or of, near a telling word.</summary>
internal static class Addressee
{
    private const int Before = 6, After = 4;
    private const double Fade = 0.22;

    private static readonly (WordKind Kind, Aim Aim, double Push)[] Cues =
    [
        (WordKind.Call, Aim.You, 2.6), (WordKind.You, Aim.You, 2.3), (WordKind.Writer, Aim.Writer, 2.2), (WordKind.Commenter, Aim.Commenter, 2.0),
        (WordKind.Group, Aim.Group, 1.5), (WordKind.Sanctity, Aim.Group, 1.5), (WordKind.Divine, Aim.Group, 0.9), (WordKind.Somebody, Aim.Person, 1.3), (WordKind.Pointing, Aim.Person, 0.9),
    ];

    public static (Aim Aim, double Push) Of(Passage passage, Hit hit)
    {
        (Aim Aim, double Push) best = hit.Affix.HasFlag(Affix.Called) || IsCalled(passage, hit.First) ? (Aim.You, 3.2)
            : hit.Affix.HasFlag(Affix.YouEnding) ? (Aim.You, 1.2)
            : (Aim.Nobody, 0);
        for (var at = Math.Max(0, hit.First - Before); at < Math.Min(passage.Words.Count, hit.Last + 1 + After); at++)
        {
            var distance = at < hit.First ? hit.First - at - 1 : at > hit.Last ? (2 * (at - hit.Last)) - 1 : -1;
            if (distance >= 0 && passage.SameSentence(at, hit.First))
            {
                var found = At(passage, at);
                found.Push -= Fade * (distance + (passage.Words[at].Clause == passage.Words[hit.First].Clause ? 0 : 3));
                best = found.Push > best.Push ? found : best;
            }
        }
        return best.Aim is Aim.You && MentionsWriter(passage) ? (Aim.Writer, best.Push) : best;
    }

    /// <summary>«يا كلب», «يا ابن الكلب», «يا نصاب يا كذاب».</summary>
    private static bool IsCalled(Passage passage, int word) => word > 0 && passage.Words[word - 1].Is(WordKind.Call) && passage.SameSentence(word - 1, word);

    private static (Aim Aim, double Push) At(Passage passage, int word)
    {
        if (IsNamed(passage, word, passage.Context.Authors))
        {
            return (Aim.Writer, 2.2);
        }
        if (IsNamed(passage, word, passage.Context.Persons))
        {
            return (Aim.Person, 1.8);
        }
        foreach (var (kind, aim, push) in Cues)
        {
            if (passage.Words[word].Is(kind))
            {
                return (aim, push);
            }
        }
        return passage.TextOf(word) is { Length: >= 5 } text && (text.EndsWith("كم", StringComparison.Ordinal) || text.EndsWith("كن", StringComparison.Ordinal) || text.EndsWith("تم", StringComparison.Ordinal)) ? (Aim.You, 1.2) : (Aim.Nobody, 0);
    }

    public static bool MentionsWriter(Passage passage)
    {
        for (var word = 0; word < passage.Words.Count; word++)
        {
            if (passage.Words[word].Is(WordKind.Writer) || IsNamed(passage, word, passage.Context.Authors))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsNamed(Passage passage, int word, IReadOnlyList<string> names)
    {
        var text = passage.TextOf(word);
        foreach (var name in names)
        {
            foreach (var part in ArabicText.Skeleton(name).Text.Split(' '))
            {
                if (part.Length > 2 && (text.SequenceEqual(part) || (text.Length == part.Length + 1 && text[0] is 'و' or 'ل' or 'ب' && text[1..].SequenceEqual(part))))
                {
                    return true;
                }
            }
        }
        return false;
    }
}
