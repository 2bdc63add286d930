using System.Diagnostics;
using CsCheck;
using NewsSite.Text.Editing;

namespace NewsSite.Tests.Text.Editing;

public sealed class WordDiffTests
{
    private static readonly string[] Vocabulary = ["قال", "وقال", "كَتب", "كُتب", "في", "NATO", "2003", " ", " ", " ", "،", ".", "«", "»", "\n", "\n\n"];

    private static readonly Gen<string> Texts = Gen.Int[0, Vocabulary.Length - 1].Array[0, 20].Select(picks => string.Concat(picks.Select(pick => Vocabulary[pick])));

    [Theory]
    [InlineData("أنه مستعد لعقد سلسلة اجتماعات", "أنه مستعد لتحديد سلسلة اجتماعات", "أنه مستعد [-لعقد-][+لتحديد+] سلسلة اجتماعات")]
    [InlineData("إحياء “مجلس الشراكة” الذي", "إحياء “مجلس الناتو – روسيا” الذي", "إحياء “مجلس [-الشراكة-][+الناتو – روسيا+]” الذي")]
    [InlineData("للناتو: نحن منفتحون", "للناتو: منفتحون", "للناتو: [-نحن -]منفتحون")]
    [InlineData("الناتو، أوكرانيا", "الناتو، أوكرانيا، ينس، بروكسل", "الناتو، أوكرانيا[+، ينس، بروكسل+]")]
    [InlineData("منفتحون اليوم", "نحن منفتحون اليوم", "[+نحن +]منفتحون اليوم")]
    [InlineData("منفتحون اليوم", "منفتحون", "منفتحون[- اليوم-]")]
    [InlineData("قال أمس، ثم", "قال أمس. ثم", "قال أمس{-، -}{+. +}ثم")]
    [InlineData("كَتب أمس", "كُتب أمس", "{-كَتب-}{+كُتب+} أمس")]
    public void Whole_words_are_shown_gone_and_come(string before, string after, string shown) => Assert.Equal(shown, Shown(WordDiff.Between(before, after)));

    [Fact]
    public void Unchanged_paragraphs_in_a_row_are_one_block_with_their_texts()
    {
        var diff = WordDiff.Between("أول\n\nثان\n\nقال الوزير أمس\n\nرابع", "أول\n\nثان\n\nقال الرئيس أمس\n\nرابع");

        Assert.Equal(["أول", "ثان"], Assert.IsType<DiffBlock.Unchanged>(diff.Blocks[0]).Paragraphs);
        Assert.IsType<DiffBlock.Changed>(diff.Blocks[1]);
        Assert.Equal(["رابع"], Assert.IsType<DiffBlock.Unchanged>(diff.Blocks[2]).Paragraphs);
        Assert.Equal((1, 1, 0), (diff.Added, diff.Removed, diff.PunctuationChanges));
    }

    [Fact]
    public void Punctuation_and_vowel_marks_are_counted_apart_and_change_no_meaning()
    {
        var diff = WordDiff.Between("قال ، إنه كَتب", "قال، إنه كُتب.");

        Assert.Equal(3, Assert.IsType<DiffBlock.PunctuationOnly>(Assert.Single(diff.Blocks)).Changes);
        Assert.Equal((0, 0, 3, false), (diff.Added, diff.Removed, diff.PunctuationChanges, diff.ChangesMeaning));
    }

    [Fact]
    public void A_changed_paragraph_meets_the_one_it_became_though_another_came_before_it()
    {
        var diff = WordDiff.Between("قبل\n\nوافقت موسكو على إحياء المجلس\n\nبعد", "قبل\n\nفقرة أخرى لا شبه لها\n\nوافقت موسكو على إلغاء المجلس\n\nبعد");

        Assert.Equal("قبل|[+فقرة أخرى لا شبه لها+]|وافقت موسكو على [-إحياء-][+إلغاء+] المجلس|بعد", Shown(diff));
    }

    [Theory]
    [InlineData("عام 2003 في", "عام 2002 في", true)]
    [InlineData("عام ٢٠٠٣ في", "عام 2003 في", false)]
    [InlineData("بلغ -5 درجات", "بلغ 5 درجات", true)]
    [InlineData("بلغ 5% منها", "بلغ 5 منها", true)]
    [InlineData("قال «نحن منفتحون» أمس", "قال «نحن مستعدون» أمس", true)]
    [InlineData("قال «نحن منفتحون» أمس", "قال «نحن منفتحون» اليوم", false)]
    [InlineData("قال ستولتنبرج أمس", "قال ستولتنبرغ أمس", false)]
    [InlineData("أول ثان ثالث رابع خامس سادس", "1", true)]
    [InlineData("قال الوزير", "قال الوزير إن الأمر لن يمر بلا عقاب", true)]
    [InlineData("فقرة 5\n\nأخرى", "أخرى\n\nفقرة 5", false)]
    public void A_number_a_quoted_word_or_many_words_may_change_the_meaning(string before, string after, bool changes) =>
        Assert.Equal(changes, WordDiff.Between(before, after).ChangesMeaning);

    [Fact]
    public void The_runs_hold_both_texts_whole() => Gen.Select(Texts, Texts).Sample((before, after) =>
    {
        var diff = WordDiff.Between(before, after);

        Assert.Equal(Bare(before), Side(diff, DiffKind.Removed));
        Assert.Equal(Bare(after), Side(diff, DiffKind.Added));
        Assert.Equal(before == after, before == after && diff.Blocks.All(block => block is DiffBlock.Unchanged));
        Assert.Equal(diff.Removed == 0 && diff.Added == 0, diff.Blocks.All(block => block is not DiffBlock.Changed changed || changed.Runs.All(run => !HasWord(run.Text) || run.Kind == DiffKind.Same || run.IsMinor)));
    }, iter: 1_500);

    [Fact]
    public void Long_texts_that_share_nothing_cost_no_square()
    {
        var watch = Stopwatch.StartNew();

        var diff = WordDiff.Between(string.Join(' ', Enumerable.Range(0, 35_000)), string.Join(' ', Enumerable.Range(100_000, 35_000)));
        WordDiff.Between(string.Join('\n', Enumerable.Range(0, 9_000)), string.Join('\n', Enumerable.Range(100_000, 9_000)));
        WordDiff.Between(new string('.', 200_000), new string('،', 200_000));
        WordDiff.Between(string.Concat(Enumerable.Repeat("أ ب ", 20_000)), string.Concat(Enumerable.Repeat("ب ب أ ", 13_000)));

        Assert.Equal((35_000, 35_000), (diff.Added, diff.Removed));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    private static bool HasWord(string text) => WordTokens.Of(text).Any(WordTokens.IsWord);

    private static string Bare(string text) => string.Concat(text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)));

    private static string Side(TextDiff diff, DiffKind kind) => string.Concat(diff.Blocks.SelectMany(block => block is DiffBlock.Unchanged same
        ? same.Paragraphs
        : RunsOf(block).Where(run => run.Kind == DiffKind.Same || run.Kind == kind).Select(run => run.Text)));

    private static string Shown(TextDiff diff) => string.Join('|', diff.Blocks.Select(block => block is DiffBlock.Unchanged same
        ? string.Join('|', same.Paragraphs)
        : string.Concat(RunsOf(block).Select(run => (run.Kind, run.IsMinor) switch
        {
            (DiffKind.Added, false) => $"[+{run.Text}+]",
            (DiffKind.Removed, false) => $"[-{run.Text}-]",
            (DiffKind.Added, true) => $"{{+{run.Text}+}}",
            (DiffKind.Removed, true) => $"{{-{run.Text}-}}",
            _ => run.Text,
        }))));

    private static IReadOnlyList<DiffRun> RunsOf(DiffBlock block) => block switch
    {
        DiffBlock.Changed changed => changed.Runs,
        DiffBlock.PunctuationOnly only => only.Runs,
        _ => [],
    };
}
