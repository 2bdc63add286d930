using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules.Aiming;

/// <summary>What takes the sting out of a telling word: it is quoted, denied, reported, said of oneself, of an animal, or of a thing.</summary>
internal static class Softening
{
    public static double Of(Passage passage, Hit hit, bool isCalled)
    {
        var word = passage.Words[hit.First];
        var sum = 0.0;
        sum += word.Quote > 0 && !isCalled ? -2.5 : 0;
        sum += Near(passage, hit, WordKind.Denial, 2, 0) ? -2.5 : 0;
        sum += Near(passage, hit, WordKind.Telling, 6, 2) && !isCalled ? -1.6 : 0;
        sum += Near(passage, hit, WordKind.Self, 3, 0) && !isCalled ? -2.2 : 0;
        sum += Near(passage, hit, WordKind.Scripture, 30, 10) && !isCalled ? -2.0 : 0;
        sum += Near(passage, hit, WordKind.Study, 3, 2) && !isCalled ? -1.0 : 0;
        sum += word.Is(WordKind.Animal) && Near(passage, hit, WordKind.Nature, 8, 8) && !isCalled ? -2.5 : 0;
        sum += IsOfThing(passage, hit) ? -3.0 : 0;
        return sum;
    }

    /// <summary>«قرار غبي», «القصة دي فاشلة»: the adjective of a thing.</summary>
    private static bool IsOfThing(Passage passage, Hit hit)
    {
        if (hit.First != hit.Last)
        {
            return false;
        }
        for (var at = hit.First - 1; at >= 0 && at >= hit.First - 3 && passage.Words[at].Clause == passage.Words[hit.First].Clause; at--)
        {
            if (passage.Words[at].Is(WordKind.Thing))
            {
                return true;
            }
            if (!passage.Words[at].Is(WordKind.Pointing | WordKind.Common) && passage.Words[at].Readings == 0 && at < hit.First - 1)
            {
                return false;
            }
            if (passage.Words[at].Is(WordKind.You | WordKind.Call | WordKind.Somebody))
            {
                return false;
            }
        }
        return false;
    }

    private static bool Near(Passage passage, Hit hit, WordKind kind, int before, int after)
    {
        for (var at = Math.Max(0, hit.First - before); at < Math.Min(passage.Words.Count, hit.Last + 1 + after); at++)
        {
            if ((at < hit.First || at > hit.Last) && passage.Words[at].Is(kind) && passage.SameSentence(at, hit.First))
            {
                return true;
            }
        }
        return false;
    }
}
