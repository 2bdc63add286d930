using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules.Aiming;

/// <summary>Who is spoken to, or of, near a telling word.</summary>
internal static class Addressee
{
    private const int Before = 6, After = 3, Brief = 4;
    private const double Called = 3.2, YourOwn = 1.2, Opening = 1.0, Named = 1.9, Written = 2.2, Fade = 0.15, Stranger = 0.35, Across = 1.0, Clause = 0.7, AfterCost = 0.3;

    private static readonly (WordKind Kind, Aim Aim, double Push)[] Cues =
    [
        (WordKind.Call, Aim.You, 2.6), (WordKind.You, Aim.You, 2.3), (WordKind.Writer, Aim.Writer, Written), (WordKind.Commenter, Aim.Commenter, 2.0),
        (WordKind.Group, Aim.Group, 1.5), (WordKind.Sanctity, Aim.Group, 1.5), (WordKind.Divine, Aim.Group, 0.9), (WordKind.Somebody, Aim.Person, 1.3), (WordKind.Pointing, Aim.Person, 0.9),
    ];

    public static (Aim Aim, double Push) Of(Passage passage, Hit hit)
    {
        (Aim Aim, double Push) best = hit.Affix.HasFlag(Affix.Called) || IsCalled(passage, hit.First) ? (Aim.You, Called)
            : hit.Affix.HasFlag(Affix.YouEnding) ? (Aim.You, YourOwn)
            : hit.First == 0 && passage.Words.Count <= Brief && !hit.Affix.HasFlag(Affix.Article) ? (Aim.Person, Opening)
            : (Aim.Nobody, 0);
        best = Stronger(best, Walk(passage, hit, hit.First - 1, -1));
        best = Stronger(best, Walk(passage, hit, hit.Last + 1, +1));
        return best.Aim is Aim.You && Persons.MentionsWriter(passage) ? (Aim.Writer, best.Push) : best;
    }

    /// <summary>From the word outwards: each word between costs, a preposition most when somebody is spoken of.</summary>
    private static (Aim Aim, double Push) Walk(Passage passage, Hit hit, int from, int step)
    {
        (Aim Aim, double Push) best = (Aim.Nobody, 0);
        var (cost, ofThird, clause) = (step > 0 ? AfterCost : 0, 0.0, passage.Words[hit.First].Clause);
        var reach = step > 0 ? After : Before;
        for (var at = from; reach-- > 0 && at >= 0 && at < passage.Words.Count && passage.SameSentence(at, hit.First); at += step)
        {
            cost += passage.Words[at].Clause == clause ? 0 : Clause;
            clause = passage.Words[at].Clause;
            var (aim, push) = At(passage, at, isBefore: step < 0);
            best = Stronger(best, (aim, push - cost - (aim is Aim.You or Aim.Nobody ? 0 : ofThird)));
            cost += Fade;
            ofThird += passage.Words[at].Is(WordKind.Preposition) ? Across : passage.Words[at].IsUnlisted ? Stranger : 0;
        }
        return best;
    }

    private static (Aim Aim, double Push) Stronger((Aim Aim, double Push) one, (Aim Aim, double Push) other) => other.Push > one.Push ? other : one;

    /// <summary>«يا كلب», «يا ابن الكلب», «يا نصاب يا كذاب».</summary>
    private static bool IsCalled(Passage passage, int word) => word > 0 && passage.Words[word - 1].Is(WordKind.Call) && passage.SameSentence(word - 1, word);

    private static (Aim Aim, double Push) At(Passage passage, int at, bool isBefore)
    {
        var word = passage.Words[at];
        if (Persons.IsAuthor(passage, at))
        {
            return (Aim.Writer, Written);
        }
        if (Persons.IsNamed(passage, at) || (isBefore && word.Is(WordKind.Pointing | WordKind.Copula) && Persons.MayStandBefore(passage, at)))
        {
            return (Aim.Person, Named);
        }
        foreach (var (kind, aim, push) in Cues)
        {
            if (word.Is(kind))
            {
                return (aim, push);
            }
        }
        return Persons.IsYours(passage.TextOf(at)) ? (Aim.You, YourOwn) : (Aim.Nobody, 0);
    }
}
