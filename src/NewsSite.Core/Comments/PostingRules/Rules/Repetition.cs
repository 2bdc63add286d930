using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules.Rules;

/// <summary>The same three words three times, or more than half of a long comment the same word.</summary>
internal static class Repetition
{
    private const int Times = 3, Run = 3, Long = 12;

    public static bool IsIn(Passage passage)
    {
        if (passage.Words.Count < Times * Run)
        {
            return false;
        }
        var (runs, singles) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        for (var at = 0; at < passage.Words.Count; at++)
        {
            var word = string.GetHashCode(passage.TextOf(at));
            singles[word] = singles.GetValueOrDefault(word) + 1;
            if (at + Run <= passage.Words.Count)
            {
                var run = HashCode.Combine(word, string.GetHashCode(passage.TextOf(at + 1)), string.GetHashCode(passage.TextOf(at + 2)));
                runs[run] = runs.GetValueOrDefault(run) + 1;
            }
        }
        return runs.Values.Max() >= Times || (passage.Words.Count >= Long && singles.Values.Max() * 2 > passage.Words.Count);
    }
}
