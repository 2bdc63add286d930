namespace NewsSite.Tests.Comments;

/// <summary>The word without which nothing would be held against a comment.</summary>
internal static class TellingWord
{
    private static readonly char[] Ends = [' ', '،', ',', '.', '!', '؟', '?', '«', '»', '"', '\'', '’', ':', '=', '/', '-'];

    public static string Of(Twins.Judged offence)
    {
        var evidence = offence.Verdicts[0].Evidence[0];
        var words = Words(offence.Text.Substring(evidence.Start, evidence.Length));
        return words.FirstOrDefault(word => !Twins.Judged.Of(offence.Text.Replace(word, "شيء", StringComparison.Ordinal)).IsTouched) ?? words[0];
    }

    /// <summary>The word of the innocent twin that has most letters in common with the offending one.</summary>
    public static string Nearest(Twins.Pair pair)
    {
        var telling = pair.Offends.IsTouched ? Of(pair.Offends) : pair.Offends.Text;
        return Words(pair.Innocent.Text).MaxBy(word => Common(word, telling))!;
    }

    private static List<string> Words(string text) => [.. text.Split(Ends, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2).OrderByDescending(word => word.Length).DefaultIfEmpty(text)];

    private static int Common(string word, string other) =>
        Enumerable.Range(0, word.Length).Max(start => Enumerable.Range(1, word.Length - start).TakeWhile(length => other.Contains(word.Substring(start, length), StringComparison.Ordinal)).LastOrDefault());
}
