using NewsSite.Comments;
using NewsSite.Comments.PostingRules;

namespace NewsSite.Tests.Comments;

public sealed class RuleBookTests
{
    [Theory]
    [InlineData("يا كلبة", PostingRule.InsultToPerson)]
    [InlineData("أنت والكلاب سواء يا حمار", PostingRule.InsultToPerson)]
    [InlineData("ستولتنبرغ حمار", PostingRule.InsultToPerson)]
    [InlineData("الكاتبة حمارة", PostingRule.InsultToWriter)]
    [InlineData("نور السبكي كذاب", PostingRule.InsultToWriter)]
    [InlineData("يا كاتب المقال أنت غبي", PostingRule.InsultToWriter)]
    [InlineData("نبيكم كذاب", PostingRule.InsultToSanctities)]
    [InlineData("يلعن دينك", PostingRule.AttackOnReligion)]
    [InlineData("الشيعة أنجاس", PostingRule.SectarianIncitement)]
    [InlineData("اطردوا اللاجئين كلهم", PostingRule.RacistIncitement)]
    [InlineData("السوريين كلاب", PostingRule.RacistIncitement)]
    [InlineData("كس أم الدوري", PostingRule.Profanity)]
    [InlineData("للتواصل واتساب 0500000011 خصم وتوصيل مجاني", PostingRule.Spam)]
    public void An_offence_is_told_by_its_rule(string text, PostingRule rule) => Assert.Equal(rule, RuleBook.Printed.Judge(text, Twins.Context)[0].Rule);

    [Theory]
    [InlineData("الكلبشات في يديه")]
    [InlineData("مكلبة حلب")]
    [InlineData("سياسة فاشلة")]
    [InlineData("الحلف يكذب")]
    [InlineData("قرار غبي")]
    [InlineData("حكومة فاسدة")]
    [InlineData("قال إنهم وصفوه بالكلب")]
    [InlineData("لست حمارًا")]
    [InlineData("لا تقل عنه غبي")]
    [InlineData("أنا غبي لأنني صدقت")]
    [InlineData("الكلاب الضالة في الحي")]
    [InlineData("لحم الخنزير حرام")]
    [InlineData("حسبي الله ونعم الوكيل")]
    [InlineData("الشيعة والسنة إخوة")]
    [InlineData("وصل اللاجئون السوريون إلى المخيم")]
    [InlineData("الخرطوم ونيكاراغوا وقعتا اتفاقا")]
    [InlineData("https://www.nato.int نص البيان")]
    [InlineData("")]
    [InlineData("رقم الحوالة 19deed والثانية 9107eb والثالثة 44e61e")]
    [InlineData("رمز الطلب aa1aa7")]
    public void What_offends_nobody_is_posted(string text) => Assert.Empty(RuleBook.Printed.Judge(text, Twins.Context));

    [Fact]
    public void Only_the_unmistakable_is_refused_and_stands_first()
    {
        var verdicts = RuleBook.Printed.Judge("أنت كذاب يا ابن الشرموطة", CommentContext.None);

        Assert.Equal((PostingRule.Profanity, RuleAction.Refuse), (verdicts[0].Rule, verdicts[0].Action));
        Assert.All(verdicts.Skip(1), verdict => Assert.True(verdict.Action <= verdicts[0].Action));
        Assert.Equal(RuleAction.Hold, RuleBook.Printed.Judge("أنت كذاب", CommentContext.None)[0].Action);
    }

    [Fact]
    public void Evidence_lies_where_the_word_was_written()
    {
        const string text = "مقال جميل، لكنك يا حـ.ـمـ.ـار لا تفهم";

        var evidence = RuleBook.Printed.Judge(text, CommentContext.None)[0].Evidence[0];

        Assert.Equal("حـ.ـمـ.ـار", text.Substring(evidence.Start, evidence.Length));
        Assert.True(evidence.Decides);
        Assert.Equal(Aim.You, evidence.Aim);
    }

    [Fact]
    public void The_longest_comment_is_judged_without_ado()
    {
        var text = string.Concat(Enumerable.Repeat("يا كلب ابن كلب ك.ل.ب ش*رموطة 7mar ", 90));

        Assert.NotEmpty(RuleBook.Printed.Judge(text, Twins.Context));
    }
}
