namespace NewsSite.Text.Editing;

/// <summary>Which of the paragraphs that left became which of those that came, by the words they share. Empty text stands for none.</summary>
internal static class ParagraphPairs
{
    // Beyond it paragraphs are paired as they follow each other; a person cannot read such a change anyway.
    private const int MostPairs = 2_500;

    public static IEnumerable<(string Before, string After)> Of(List<string> before, List<string> after) =>
        before.Count * (long)after.Count is > MostPairs or 1 ? InTurn(before, after) : Likeliest(before, after);

    private static IEnumerable<(string Before, string After)> InTurn(List<string> before, List<string> after) =>
        Enumerable.Range(0, Math.Max(before.Count, after.Count)).Select(i => (before.ElementAtOrDefault(i) ?? "", after.ElementAtOrDefault(i) ?? ""));

    private static List<(string Before, string After)> Likeliest(List<string> before, List<string> after)
    {
        var likeness = Likeness([.. before.Select(WordsOf)], [.. after.Select(WordsOf)]);
        // best[i, j]: the most likeness that can be had from paragraph i and j on.
        var best = new double[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                best[i, j] = Math.Max(likeness[i, j] + best[i + 1, j + 1], Math.Max(best[i + 1, j], best[i, j + 1]));
            }
        }
        var pairs = new List<(string, string)>();
        var (was, now) = (0, 0);
        while (was < before.Count || now < after.Count)
        {
            if (was < before.Count && now < after.Count && likeness[was, now] > 0 && best[was, now] == likeness[was, now] + best[was + 1, now + 1])
            {
                pairs.Add((before[was++], after[now++]));
            }
            else if (now == after.Count || (was < before.Count && best[was, now] == best[was + 1, now]))
            {
                pairs.Add((before[was++], ""));
            }
            else
            {
                pairs.Add(("", after[now++]));
            }
        }
        return pairs;
    }

    private static double[,] Likeness(List<HashSet<string>> before, List<HashSet<string>> after)
    {
        var likeness = new double[before.Count, after.Count];
        for (var i = 0; i < before.Count; i++)
        {
            for (var j = 0; j < after.Count; j++)
            {
                var shared = (double)before[i].Count(after[j].Contains) / Math.Max(1, Math.Max(before[i].Count, after[j].Count));
                // Words like «في» make no likeness.
                likeness[i, j] = shared > 0.3 ? shared : 0;
            }
        }
        return likeness;
    }

    private static HashSet<string> WordsOf(string paragraph) => [.. WordTokens.Of(paragraph).Where(WordTokens.IsWord)];
}
