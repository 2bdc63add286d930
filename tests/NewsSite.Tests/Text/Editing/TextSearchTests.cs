using System.Diagnostics;
using CsCheck;
using NewsSite.Text;
using NewsSite.Text.Editing;

namespace NewsSite.Tests.Text.Editing;

public sealed class TextSearchTests
{
    private const string Letters = "اأإآٱبتةهىيیكکلـ\u064B\u064E\u0651\u0654٣۳3ﻻ Aaé\u200F";

    private static readonly Gen<string> Arabic = Gen.Int[0, Letters.Length - 1].Array[0, 12].Select(picks => string.Concat(picks.Select(pick => Letters[pick])));

    [Theory]
    [InlineData("قال أحمد وكَتَبَ إلى المدرسة", "كتب", "كَتَبَ")]
    [InlineData("قال أحمد وكَتَبَ إلى المدرسة", "احمد", "أحمد")]
    [InlineData("قال أحمد وكَتَبَ إلى المدرسة", "المدرسه", "المدرسة")]
    [InlineData("خـــبـــر عاجل", "خبر", "خـــبـــر")]
    [InlineData("مستشفى العام", "مستشفي", "مستشفى")]
    [InlineData("عام ٢٠٠٣ فيه", "2003", "٢٠٠٣")]
    [InlineData("حلف NATO اليوم", "nato", "NATO")]
    [InlineData("بلا شيء", "كتب", null)]
    [InlineData("ﻻ", "ا", null)]
    [InlineData("ﻻ", "لا", "ﻻ")]
    [InlineData("نص", "", null)]
    [InlineData("نص", "\u064E", null)]
    public void Folded_search_finds_every_spelling_and_tells_where_it_is_written(string text, string query, string? found) =>
        Assert.Equal(found is null ? [] : [found], TextSearch.Find(text, query, folded: true).Select(span => text.Substring(span.Start, span.Length)));

    [Fact]
    public void Search_to_the_letter_finds_that_spelling_alone() =>
        Assert.Equal([new TextSpan(5, 4)], TextSearch.Find("احمد أحمد", "أحمد", folded: false));

    [Fact]
    public void Half_a_character_stops_nothing()
    {
        var text = "نص" + '\uD800' + "كَتب";

        Assert.Equal([new TextSpan(3, 4)], TextSearch.Find(text, "كتب", folded: true));
    }

    [Fact]
    public void All_places_are_replaced_once_and_the_rest_stays() =>
        Assert.Equal(new Replaced("قال ستولتنبرغ إن ستولتنبرغ، ستولتنبرغ", 2), TextSearch.Replace("قال ستولتنبرج إن سْتولتنبرج، ستولتنبرغ", "ستولتنبرج", "ستولتنبرغ", folded: true));

    [Fact]
    public void What_replaces_may_hold_what_is_sought() => Assert.Equal(new Replaced("ننص نن", 2), TextSearch.Replace("نص ن", "ن", "نن", folded: false));

    [Fact]
    public void What_is_found_folds_to_what_was_sought_and_none_is_passed_over() => Gen.Select(Arabic, Arabic.Where(query => query.Length < 4)).Sample((text, query) =>
    {
        var (spans, sought) = (TextSearch.Find(text, query, folded: true), ArabicText.Fold(query));

        Assert.All(spans, span => Assert.Equal(sought, ArabicText.Fold(text.Substring(span.Start, span.Length))));
        Assert.Equal(text.Replace("ﻻ", "", StringComparison.Ordinal) == text && sought.Length > 0 ? Occurrences(ArabicText.Fold(text), sought) : spans.Count, spans.Count);
    }, iter: 1_500);

    [Fact]
    public void Search_to_the_letter_agrees_with_the_plain_one() => Gen.Select(Gen.String[Gen.Char['a', 'b'], 0, 30], Gen.String[Gen.Char['a', 'b'], 1, 5]).Sample((text, query) =>
        Assert.Equal(text.Replace(query, "-", StringComparison.Ordinal), TextSearch.Replace(text, query, "-", folded: false).Text), iter: 1_500);

    [Fact]
    public void A_hostile_query_costs_no_square()
    {
        var watch = Stopwatch.StartNew();

        var spans = TextSearch.Find(new string('ا', 400_000), new string('ا', 100_000) + "ب", folded: true);

        Assert.Empty(spans);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    private static int Occurrences(string text, string query) => text.Split(query).Length - 1;
}
