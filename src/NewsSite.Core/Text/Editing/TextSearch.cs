using System.Text;

namespace NewsSite.Text.Editing;

public readonly record struct TextSpan(int Start, int Length);

public sealed record Replaced(string Text, int Count);

/// <summary>Finding and replacing in an editor's text, to the letter or as <see cref="ArabicText.Fold"/> reads it. The time is linear, whatever is sought.</summary>
public static class TextSearch
{
    /// <summary>The places in the text as it is written, from the first on, none over another.</summary>
    public static IReadOnlyList<TextSpan> Find(string text, string query, bool folded)
    {
        if (!folded)
        {
            return [.. Occurrences(text, query).Select(at => new TextSpan(at, query.Length))];
        }
        var (map, sought) = (FoldedText.Of(text), FoldedText.Of(query).Text);
        var spans = new List<TextSpan>();
        foreach (var at in Occurrences(map.Text, sought, map.CanBeMatch))
        {
            var start = map.StartOf(at);
            spans.Add(new(start, map.EndOf(at + sought.Length) - start));
        }
        return spans;
    }

    public static Replaced Replace(string text, string query, string replacement, bool folded)
    {
        var replaced = new StringBuilder();
        var (spans, end) = (Find(text, query, folded), 0);
        foreach (var span in spans)
        {
            replaced.Append(text, end, span.Start - end).Append(replacement);
            end = span.Start + span.Length;
        }
        return new(replaced.Append(text, end, text.Length - end).ToString(), spans.Count);
    }

    // Knuth, Morris and Pratt's: string.IndexOf may look at each character as often as the query is long.
    private static IEnumerable<int> Occurrences(string text, string query, Func<int, int, bool>? accepts = null)
    {
        if (query.Length == 0)
        {
            yield break;
        }
        var (fallbacks, matched, free) = (Fallbacks(query), 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            while (matched > 0 && (matched == query.Length || query[matched] != text[i]))
            {
                matched = fallbacks[matched - 1];
            }
            matched += query[matched] == text[i] ? 1 : 0;
            var start = i + 1 - query.Length;
            if (matched == query.Length && start >= free && accepts?.Invoke(start, i + 1) != false)
            {
                yield return start;
                free = i + 1;
            }
        }
    }

    private static int[] Fallbacks(string query)
    {
        var fallbacks = new int[query.Length];
        for (int i = 1, matched = 0; i < query.Length; i++)
        {
            while (matched > 0 && query[matched] != query[i])
            {
                matched = fallbacks[matched - 1];
            }
            matched += query[matched] == query[i] ? 1 : 0;
            fallbacks[i] = matched;
        }
        return fallbacks;
    }
}
