using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules.Aiming;

/// <summary>What takes the sting out of a telling word: it is quoted, denied, reported, said of oneself, of an animal, or of a thing.</summary>
internal static class Softening
{
    private const int Anywhere = 60;

    public static double Of(Passage passage, Hit hit, bool isCalled)
    {
        var reports = Count(passage, hit, WordKind.Telling, 12, 2);
        var sum = reports switch { 0 => 0, 1 => -2.3, _ => -3.8 };
        sum += Count(passage, hit, WordKind.Saying, 5, 0) > 0 ? -1.5 : 0;
        sum += passage.Words[hit.First].Quote > 0 ? (isCalled ? -1.0 : -2.2) - (reports > 0 ? 1.0 : 0) : 0;
        sum += Count(passage, hit, WordKind.Study, 3, 1) > 0 ? -2.0 : 0;
        if (isCalled)
        {
            return sum;
        }
        sum += Count(passage, hit, WordKind.Denial, 3, 0) > 0 ? -2.5 : 0;
        sum += Count(passage, hit, WordKind.Self, 3, 0) > 0 ? -2.2 : 0;
        sum += Count(passage, hit, WordKind.Scripture, Anywhere, Anywhere) > 0 ? -2.2 : 0;
        sum += passage.Words[hit.First].Is(WordKind.Animal) ? Math.Max(-3.0, -1.8 * Count(passage, hit, WordKind.Nature, 10, 10)) : 0;
        sum += IsSpokenOf(passage, hit.First) ? -2.0 : 0;
        sum += ThingSaid.Is(passage, hit) ? -3.0 : 0;
        return sum;
    }

    /// <summary>«عن المرتزقة», «avec un idiot»: no predicate, but what the sentence is about.</summary>
    private static bool IsSpokenOf(Passage passage, int word) =>
        word > 0 && passage.TextOf(word - (word > 1 && passage.TextOf(word - 1) is "un" or "une" or "a" or "the" or "le" or "la" or "les" ? 2 : 1))
            is "عن" or "ضد" or "مع" or "بين" or "في" or "d" or "de" or "du" or "avec" or "about" or "with" or "by";

    /// <summary>How many words of the kind stand near, at most two.</summary>
    private static int Count(Passage passage, Hit hit, WordKind kind, int before, int after)
    {
        var count = 0;
        for (var at = Math.Max(0, hit.First - before); count < 2 && at < Math.Min(passage.Words.Count, hit.Last + 1 + after); at++)
        {
            count += (at < hit.First || at > hit.Last) && passage.Words[at].Is(kind) && !(kind == WordKind.Saying && passage.Words[at].Is(WordKind.Writer)) && passage.SameSentence(at, hit.First) ? 1 : 0;
        }
        return count;
    }
}
