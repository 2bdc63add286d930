using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Comments.PostingRules.Weighing;
using NewsSite.Settings;
using NewsSite.Tests.Support;
using Sylvan.Data.Csv;

namespace NewsSite.Tests.Comments;

public sealed class WeigherTests
{
    // No word of it is a term.
    private const string Likened = "الكاتب عقله فاضي وما عنده ضمير، يروح يبيع بصل أحسن له من الكتابة";

    private static readonly RuleBook Rules = new(RuleBook.PrintedTerms, weighs: false);

    private static string Folder => Path.Combine(Repository.Root, "src", "NewsSite.Core", "Comments", "PostingRules");

    public static TheoryData<string> Frames => ["{0}", "يا {0}", "{0} تكذب كل يوم", "والله {0} هذه أمرها عجيب", "سياسة {0} فاشلة ولا مستقبل لها", "ماذا تريد {0} منا؟", "اللعنة على سياسة {0} في المنطقة"];

    [Fact]
    public void What_no_list_knows_is_held_for_its_likeness_and_never_refused()
    {
        Assert.Empty(Rules.Judge(Likened, Twins.Context));

        var verdict = Assert.Single(RuleBook.Printed.Judge(Likened, Twins.Context));

        Assert.Equal((PostingRule.InsultToWriter, RuleAction.Hold, true), (verdict.Rule, verdict.Action, verdict.IsWeighed));
        Assert.NotEmpty(verdict.Evidence);
    }

    [Fact]
    public void Letters_written_twice_hide_nothing_from_it()
    {
        var doubled = string.Join(' ', Likened.Split(' ').Select(word => word.Length > 3 ? word.Insert(word.Length / 2, word[word.Length / 2].ToString()) : word));

        var verdict = Assert.Single(RuleBook.Printed.Judge(doubled, Twins.Context));

        Assert.Equal((PostingRule.InsultToWriter, RuleAction.Hold, true), (verdict.Rule, verdict.Action, verdict.IsWeighed));
    }

    [Theory]
    [InlineData("الصينيون أكلة الخفافيش صدّروا لنا الوباء مع بضاعتهم الرديئة", "الخفافيش", "الخف*فيش")]
    [InlineData("الصينيون أكلة الخفافيش صدّروا لنا الوباء مع بضاعتهم الرديئة", "الخفافيش", "الح\u06A1ا\u06A1\u066Eس")]
    [InlineData("أيتها الصحفية الشمطاء اكتبي عن الطبخ فهذا حد عقلك", "الشمطاء", "الش*طاء")]
    [InlineData("معلمات المدارس كلهن عوانس معقدات عم يطلعو قهرهن بالولاد", "عوانس", "عوا\u066Eس")]
    public void A_word_that_only_it_knows_is_known_without_a_letter_or_its_dots(string text, string word, string hidden)
    {
        Assert.NotEmpty(RuleBook.Printed.Judge(text, Twins.Context));

        Assert.NotEmpty(RuleBook.Printed.Judge(text.Replace(word, hidden, StringComparison.Ordinal), Twins.Context));
    }

    [Theory]
    [InlineData("خبر*عاجل عن اجتماع الحلف في بروكسل")]
    [InlineData("السعر ١٥ دول*ر للبرميل بحسب الوكالة")]
    [InlineData("مٯال حمٮل وصور واصحه من المدٮٮه")]
    public void A_sign_or_a_missing_dot_makes_no_offence_of_harmless_words(string text) => Assert.Empty(RuleBook.Printed.Judge(text, Twins.Context));

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void It_lifts_a_doubtful_hold_unless_the_newsroom_set_the_term(bool isOwn, int held)
    {
        const string Text = "شكرا على هذا المقال الجميل، ذكرني بأيام جدتي في القرية وهي تطبخ القرنبيط كل مساء";
        Term[] terms = [.. RuleBook.PrintedTerms, new("قرنبيط", PostingRule.Profanity, 55, "msa", "", "", "", isOwn)];
        Assert.Single(new RuleBook(terms, weighs: false).Judge(Text, CommentContext.None));

        var verdicts = new RuleBook(terms).Judge(Text, CommentContext.None);

        Assert.Equal(held, verdicts.Count);
    }

    [Fact]
    public void A_doubt_that_it_lifts_is_not_named_beside_an_address_that_holds_the_comment()
    {
        Term[] terms = [.. RuleBook.PrintedTerms, new("قرنبيط", PostingRule.Profanity, 55, "msa", "", "", "", IsOwn: false)];

        var verdict = Assert.Single(new RuleBook(terms).Judge("شكرا على هذا المقال الجميل، ذكرني بأيام جدتي في القرية وهي تطبخ القرنبيط كل مساء، راسلوني على hala@reader.example", CommentContext.None));

        Assert.Equal(PostingRule.Spam, verdict.Rule);
    }

    [Theory]
    [MemberData(nameof(Frames))]
    public void Whose_name_stands_in_a_comment_moves_nothing(string frame)
    {
        var names = new List<string>();
        using var reader = CsvDataReader.Create(Path.Combine(Folder, "names.csv"));
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        var fates = names.ToLookup(name => string.Join(' ', RuleBook.Printed.Judge(string.Format(null, frame, name), CommentContext.None)
            .Where(verdict => verdict.IsWeighed).Select(verdict => $"{verdict.Rule} {verdict.Certainty}")));

        Assert.True(names.Count > 400);
        Assert.True(fates.Count == 1, string.Join('\n', fates.Select(fate => $"«{fate.Key}»: {string.Join(", ", fate.Take(12))}")));
        Assert.Equal("", Assert.Single(fates).Key);
    }

    [Fact]
    public void Its_table_takes_no_more_than_32_KB() => Assert.InRange(new FileInfo(Path.Combine(Folder, "Weighing", "weights.bin")).Length, 1, 32 * 1024);

    [Fact]
    public void It_is_never_tried_on_a_hand_that_it_has_learnt_from()
    {
        LabelledComment[] comments =
        [
            .. Enumerable.Range(0, 200).Select(n => new LabelledComment($"زمبليطة {n} في السوق", true, PostingRule.Profanity, "one")),
            .. Enumerable.Range(0, 40).Select(n => new LabelledComment($"زمبليطة {n} في البيت", false, null, "two")),
            .. Enumerable.Range(0, 40).Select(n => new LabelledComment($"قرنبوط {n} في البيت", true, PostingRule.Spam, "two")),
            .. Enumerable.Range(0, 40).Select(n => new LabelledComment($"زمبليطة {n} في الدرب", false, null, "three")),
            .. Enumerable.Range(0, 40).Select(n => new LabelledComment($"قرنبوط {n} في الدرب", true, PostingRule.Spam, "three")),
        ];

        var tried = new WeigherTraining(comments, CommentContext.None).Try();

        Assert.All(tried.Where(one => one.Comment.Hand == "one"), one => Assert.Null(one.Named));
    }

    [Fact]
    public void The_same_comments_make_the_same_table()
    {
        LabelledComment[] comments = [.. Twins.All.SelectMany((pair, at) => new LabelledComment[] { new(pair.Offends.Text, true, pair.Rule, $"{at % 2}"), new(pair.Innocent.Text, false, null, $"{at % 2}") })];

        byte[] Table()
        {
            using var file = new MemoryStream();
            new WeigherTraining(comments, Twins.Context).Write(file);
            return file.ToArray();
        }

        Assert.Equal(Table(), Table());
    }

    [Fact]
    public async Task A_moderator_reads_which_words_weighed_most()
    {
        await using var site = await TestSite.EmptyAsync();
        using var moderator = await site.SignInAsync(Role.None, moderates: true);
        var id = await site.CommentAsync(await site.SavedAsync(Make.Story(Make.Section())), Likened);

        var page = await moderator.OpenAsync($"/admin/comments?comment={id}");

        var verdict = page.QuerySelector("dl.verdict")!.Seen();
        Assert.Contains("يشبه تعليقات خالفت هذا الشرط", verdict, StringComparison.Ordinal);
        Assert.Contains("عقله", verdict, StringComparison.Ordinal);
        Assert.DoesNotContain("بعد الطي", verdict, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switched_off_in_the_settings_only_the_rules_judge()
    {
        await using var site = await TestSite.EmptyAsync();
        var story = await site.SavedAsync(Make.Story(Make.Section()));
        await site.CommentAsync(story, Likened, "first@example.org");
        await site.InStoreAsync(async db =>
        {
            db.Add(new Setting(nameof(SiteSettings.WeighComments), bool.FalseString));
            await db.SaveChangesAsync();
        });

        await site.CommentAsync(story, Likened, "second@example.org");

        Assert.Equal([CommentState.Held, CommentState.Posted], await site.InStoreAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => c.State).ToListAsync()));
    }
}
