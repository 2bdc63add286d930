using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules.Rules;

/// <summary>The same words over and over: three different ones, three times, and little else.</summary>
internal static class Repetition
{
    private const int Times = 3, Run = 3;

    public static bool IsIn(Passage passage)
    {
        if (passage.Words.Count < Times * Run)
        {
            return false;
        }
        var runs = new Dictionary<int, int>();
        var words = new HashSet<int>();
        for (var at = 0; at + Run <= passage.Words.Count; at++)
        {
            var (one, two, three) = (string.GetHashCode(passage.TextOf(at)), string.GetHashCode(passage.TextOf(at + 1)), string.GetHashCode(passage.TextOf(at + 2)));
            words.Add(one);
            if (one != two && two != three && one != three)
            {
                var run = HashCode.Combine(one, two, three);
                runs[run] = runs.GetValueOrDefault(run) + 1;
            }
        }
        return runs.Values.DefaultIfEmpty().Max() >= Times && words.Count * 2 <= passage.Words.Count;
    }
}
