namespace NewsSite.Comments.PostingRules.Wording;

/// <summary>What Arabic hangs on a word, folded.</summary>
internal static class Affixes
{
    private static readonly (string Text, Affix Affix)[] AllPrefixes =
    [
        ("و", Affix.Prefix), ("ف", Affix.Prefix), ("ب", Affix.Prefix), ("ل", Affix.Prefix), ("ك", Affix.Prefix), ("وب", Affix.Prefix), ("ول", Affix.Prefix), ("فب", Affix.Prefix),
        ("ال", Affix.Article), ("وال", Affix.Article), ("فال", Affix.Article), ("بال", Affix.Article), ("كال", Affix.Article), ("لل", Affix.Article), ("ولل", Affix.Article), ("وبال", Affix.Article),
        ("عال", Affix.Article), ("هال", Affix.Article), ("وهال", Affix.Article), ("بهال", Affix.Article), ("عهال", Affix.Article), ("لهال", Affix.Article), ("ه", Affix.Prefix), ("شهال", Affix.Article), ("لال", Affix.Article),
        ("يا", Affix.Called), ("يال", Affix.Called), ("ياال", Affix.Called), ("ويا", Affix.Called), ("ويال", Affix.Called), ("ايها", Affix.Called),
    ];

    private static readonly (string Text, Affix Affix)[] AllSuffixes =
    [
        ("ه", Affix.Ending), ("ا", Affix.Ending), ("ي", Affix.Ending), ("ها", Affix.Ending), ("هم", Affix.Ending), ("هن", Affix.Ending), ("نا", Affix.Ending), ("ني", Affix.Ending),
        ("وا", Affix.Ending), ("ون", Affix.Ending), ("ين", Affix.Ending), ("ات", Affix.Ending), ("تين", Affix.Ending), ("و", Affix.Ending), ("هما", Affix.Ending),
        ("يين", Affix.Ending), ("يون", Affix.Ending),
        ("وه", Affix.Ending), ("وها", Affix.Ending), ("وهم", Affix.Ending), ("ونا", Affix.Ending), ("وني", Affix.Ending), ("هه", Affix.Ending), ("اته", Affix.Ending), ("اتهم", Affix.Ending), ("هو", Affix.Ending),
        ("ك", Affix.YouEnding), ("كم", Affix.YouEnding), ("كن", Affix.YouEnding), ("كو", Affix.YouEnding), ("كوا", Affix.YouEnding), ("كي", Affix.YouEnding),
        ("وك", Affix.YouEnding), ("وكم", Affix.YouEnding), ("اتك", Affix.YouEnding), ("اتكم", Affix.YouEnding), ("ج", Affix.YouEnding), ("كما", Affix.YouEnding), ("يك", Affix.YouEnding), ("يكم", Affix.YouEnding), ("ينكم", Affix.YouEnding),
        ("s", Affix.Ending), ("es", Affix.Ending), ("e", Affix.Ending),
    ];

    private static readonly Dictionary<char, (string Text, Affix Affix)[]> ByFirst = AllPrefixes.GroupBy(prefix => prefix.Text[0]).ToDictionary(group => group.Key, group => group.ToArray());

    private static readonly Dictionary<char, (string Text, Affix Affix)[]> ByLast = AllSuffixes.GroupBy(suffix => suffix.Text[^1]).ToDictionary(group => group.Key, group => group.ToArray());

    public const int Most = 24;

    /// <summary>The prefixes that a word may have, none among them; how many.</summary>
    public static int PrefixesOf(ReadOnlySpan<char> word, Span<(int Length, Affix Affix)> found) => Find(word, ByFirst.GetValueOrDefault(word[0], []), found, atEnd: false);

    public static int SuffixesOf(ReadOnlySpan<char> word, Span<(int Length, Affix Affix)> found) => Find(word, ByLast.GetValueOrDefault(word[^1], []), found, atEnd: true);

    private static int Find(ReadOnlySpan<char> word, (string Text, Affix Affix)[] affixes, Span<(int Length, Affix Affix)> found, bool atEnd)
    {
        found[0] = (0, Affix.None);
        var count = 1;
        foreach (var (text, affix) in affixes)
        {
            if (word.Length >= text.Length + 2 && (atEnd ? word.EndsWith(text, StringComparison.Ordinal) : word.StartsWith(text, StringComparison.Ordinal)))
            {
                found[count++] = (text.Length, affix);
            }
        }
        return count;
    }
}
