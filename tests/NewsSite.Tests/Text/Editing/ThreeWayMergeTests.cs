using System.Diagnostics;
using CsCheck;
using NewsSite.Text.Editing;

namespace NewsSite.Tests.Text.Editing;

public sealed class ThreeWayMergeTests
{
    // Few words, so that the three texts meet; marks and line feeds that can glue them.
    private static readonly string[] Vocabulary = ["قال", "وقال", "الأمين", "كَتَبَ", "في", "NATO", "2003", "5", "ب", " ", " ", " ", "،", ".", "-", "\n", "\n\n", "«", "😀"];

    private static readonly Gen<string> Words = Gen.Int[0, Vocabulary.Length - 1].Array[0, 14].Select(picks => string.Concat(picks.Select(pick => Vocabulary[pick])));

    private static readonly Gen<(string, string, string)> ThreeTexts = Gen.Select(Words, Words, Words, Gen.Int[0, 14], Gen.Int[0, 14]).Select((a, b, c, i, j) => (a, Spliced(a, b, i), Spliced(a, c, j)));

    [Theory]
    [InlineData("قال الأمين العام للناتو أمس", "قال الأمين العام للحلف أمس", "أكد الأمين العام للناتو أمس", "أكد الأمين العام للحلف أمس")]
    [InlineData("قال ستولتنبرج أمس", "قال ينس ستولتنبرج أمس", "قال ستولتنبرغ أمس", "قال ينس ستولتنبرغ أمس")]
    [InlineData("أول\n\nثان\n\nثالث", "أول معدّل\n\nثان\n\nثالث", "أول\n\nثان\n\nثالث\n\nرابع", "أول معدّل\n\nثان\n\nثالث\n\nرابع")]
    [InlineData("أول\n\nثان", "أولى\n\nثان", "أول\n\nثانية", "أولى\n\nثانية")]
    [InlineData("قال أمس", "قال الوزير أمس", "قال الوزير أمس الأول", "قال الوزير أمس الأول")]
    [InlineData("أول ثان ثالث", "أول ثالث", "أول ثان ثالثة", "أول ثالثة")]
    public void Different_words_of_one_paragraph_merge_silently(string original, string mine, string theirs, string merged) =>
        Assert.Equal(new MergeResult.Merged(merged), ThreeWayMerge.Merge(original, mine, theirs));

    [Theory]
    [InlineData("عام 2003 في", "عام 2002 في", "عام 2004 في", "عام 2002 2004 في", "2003", "2002", "2004")]
    [InlineData("قال كلمة أمس", "قال كلمتي أمس", "قال كلمته أمس", "قال كلمتي كلمته أمس", "كلمة", "كلمتي", "كلمته")]
    [InlineData("عنوان قديم", "عنوان جديد", "نص آخر", "عنوان جديد نص آخر", "عنوان قديم", "عنوان جديد", "نص آخر")]
    [InlineData("أول\n\nثان\n\nثالث", "أول\n\nفقرتي\n\nثالث", "أول\n\nفقرته\n\nثالث", "أول\n\nفقرتي\n\nفقرته\n\nثالث", "ثان", "فقرتي", "فقرته")]
    [InlineData("كَتب", "كُتب", "كَتَب", "كُتب كَتَب", "كَتب", "كُتب", "كَتَب")]
    public void One_word_changed_in_two_ways_stays_in_both_mine_first(string original, string mine, string theirs, string both, string was, string my, string their)
    {
        var conflict = Assert.IsType<MergeResult.Conflict>(ThreeWayMerge.Merge(original, mine, theirs));

        Assert.Equal(both, conflict.TextWithBoth);
        var place = Assert.Single(conflict.Conflicts);
        Assert.Equal((was, my, their), (place.Original.Trim(), place.Mine.Trim(), place.Theirs.Trim()));
        Assert.StartsWith(my, both[place.At..].TrimStart(), StringComparison.Ordinal);
        Assert.EndsWith(their, both[..(place.At + place.Length)].TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_insertions_at_one_place_are_both_kept_and_equal_ones_once()
    {
        var conflict = Assert.IsType<MergeResult.Conflict>(ThreeWayMerge.Merge("أول", "أول\n\nفقرتي", "أول\n\nفقرته"));

        Assert.Equal("أول\n\nفقرتي\n\nفقرته", conflict.TextWithBoth);
        Assert.Equal(new MergeResult.Merged("أول مشترك\n\nثانية"), ThreeWayMerge.Merge("أول\n\nثان", "أول مشترك\n\nثان", "أول مشترك\n\nثانية"));
    }

    [Fact]
    public void What_one_deleted_and_the_other_changed_stays_changed_and_is_told()
    {
        var conflict = Assert.IsType<MergeResult.Conflict>(ThreeWayMerge.Merge("أول ثان ثالث رابع", "أول رابع", "أول ثان ثالثة رابع"));

        Assert.Equal("أول ثان ثالثة رابع", conflict.TextWithBoth);
    }

    [Fact]
    public void Two_rewritings_of_one_paragraph_stay_whole_one_after_the_other()
    {
        const string my = "أكد المتحدث في بيان مكتوب صدر أمس";
        const string their = "نفى الناطق باسم الحكومة في مؤتمر صحفي";

        var conflict = Assert.IsType<MergeResult.Conflict>(ThreeWayMerge.Merge("قبل\n\nسقط المطر بغزارة في بلدات الشمال كلها\n\nبعد", $"قبل\n\n{my}\n\nبعد", $"قبل\n\n{their}\n\nبعد"));

        Assert.Equal($"قبل\n\n{my}\n\n{their}\n\nبعد", conflict.TextWithBoth);
    }

    [Fact]
    public void The_merge_of_an_unchanged_text_is_the_changed_one_to_the_letter() => ThreeTexts.Sample((original, mine, theirs) =>
    {
        Assert.Equal(new MergeResult.Merged(mine), ThreeWayMerge.Merge(original, mine, original));
        Assert.Equal(new MergeResult.Merged(theirs), ThreeWayMerge.Merge(original, original, theirs));
        Assert.Equal(new MergeResult.Merged(mine), ThreeWayMerge.Merge(original, mine, mine));
    }, iter: 1_000);

    [Fact]
    public void Every_word_that_either_wrote_is_there_and_swapping_them_changes_no_verdict() => ThreeTexts.Sample((original, mine, theirs) =>
    {
        var result = ThreeWayMerge.Merge(original, mine, theirs);

        var (text, old) = (WordsOf(TextOf(result)), WordsOf(original));
        Assert.Empty(WordsOf(mine).Concat(WordsOf(theirs)).Except(old).Except(text));
        Assert.Empty(text.Except(old).Except(WordsOf(mine)).Except(WordsOf(theirs)));
        Assert.Equal(result is MergeResult.Conflict, ThreeWayMerge.Merge(original, theirs, mine) is MergeResult.Conflict);
    }, iter: 1_500);

    [Fact]
    public void Tokens_joined_again_are_the_text() => Gen.String.Sample(text => Assert.Equal(text, string.Concat(WordTokens.Of(text))), iter: 1_000);

    [Theory]
    [InlineData("كَتَبَ 5.2 مليون، Jean-Luc: https://a.b/c?d=1 16:39.", "كَتَبَ|5.2|مليون|Jean-Luc|https://a.b/c?d=1|16:39")]
    public void Numbers_names_and_addresses_are_single_words(string text, string words) =>
        Assert.Equal(words, string.Join('|', WordTokens.Of(text).Where(WordTokens.IsWord)));

    [Fact]
    public void Long_and_hostile_texts_cost_no_square()
    {
        var watch = Stopwatch.StartNew();

        var result = ThreeWayMerge.Merge(Numbers(0, 35_000), Numbers(100_000, 35_000), Numbers(200_000, 35_000));
        ThreeWayMerge.Merge(Repeated("أ ب ", 50_000), Repeated("ب ب أ ", 33_000), Repeated("أ أ ب ", 33_000));
        ThreeWayMerge.Merge(Repeated("أ\n", 100_000), Repeated("ب\nأ\n", 50_000), Repeated("أ\nأ\nب\n", 33_000));
        ThreeWayMerge.Merge(new string(' ', 200_000), Repeated(".", 200_000), Repeated(".،", 100_000));

        Assert.IsType<MergeResult.Conflict>(result);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Fact]
    public void A_long_text_edited_all_over_by_two_merges_word_by_word()
    {
        var original = string.Join("\n\n", Enumerable.Range(0, 600).Select(i => string.Join(' ', Enumerable.Range(i * 50, 50))));
        var mine = string.Join("\n\n", original.Split("\n\n").Select((text, i) => text.Replace($" {(i * 50) + 10} ", " كلمتي ", StringComparison.Ordinal)));
        var theirs = string.Join("\n\n", original.Split("\n\n").Select((text, i) => text.Replace($" {(i * 50) + 30} ", " كلمته ", StringComparison.Ordinal)));

        var merged = Assert.IsType<MergeResult.Merged>(ThreeWayMerge.Merge(original, mine, theirs));

        Assert.Equal(1200, merged.Text.Split(' ').Count(word => word is "كلمتي" or "كلمته"));
    }

    private static string Numbers(int from, int count) => string.Join(' ', Enumerable.Range(from, count));

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Spliced(string text, string piece, int at) => at > text.Length ? text + piece : text[..at].TrimEnd('\uD83D') + piece + text[Math.Min(text.Length, at + 2)..].TrimStart('\uDE00');

    private static string TextOf(MergeResult result) => result switch
    {
        MergeResult.Merged merged => merged.Text,
        MergeResult.Conflict conflict => conflict.TextWithBoth,
        _ => throw new UnreachableException(),
    };

    private static HashSet<string> WordsOf(string text) =>
        [.. System.Text.RegularExpressions.Regex.Matches(text, @"[\p{L}\p{M}\p{N}]+").Select(match => match.Value)];
}
