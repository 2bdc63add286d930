using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using NewsSite.Comments.PostingRules;
using NewsSite.Web.Comments;

namespace NewsSite.Tests.Comments;

public sealed class EvidenceTests
{
    [Fact]
    public void What_decides_and_what_adds_are_marked_in_the_text_as_it_was_written() =>
        Assert.Equal("من يصدّق <mark class=\"decides\">حـمـ..ـار</mark> <mark>لا يفهم</mark>.", Marked("من يصدّق حـمـ..ـار لا يفهم.", At(9, 9, true), At(19, 7, false)));

    [Fact]
    public void Where_two_overlap_what_decides_wins() =>
        Assert.Equal("<mark>أنت </mark><mark class=\"decides\">غبي</mark><mark> جدًا</mark>", Marked("أنت غبي جدًا", At(0, 12, false), At(4, 3, true)));

    [Fact]
    public void Markup_in_a_comment_stays_text() =>
        Assert.Equal("&lt;b&gt;<mark class=\"decides\">&lt;i&gt;</mark>", Marked("<b><i>", At(3, 3, true)));

    [Theory]
    [InlineData(-5, 3)]
    [InlineData(4, 100)]
    [InlineData(100, 3)]
    [InlineData(2, -1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void A_place_outside_the_text_breaks_nothing(int start, int length) =>
        Assert.Equal("نص قصير", Marked("نص قصير", At(start, length, true)).Replace("<mark class=\"decides\">", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal));

    [Fact]
    public void A_letter_of_two_units_is_marked_whole() =>
        Assert.Equal("<mark class=\"decides\">😀</mark>", Marked("😀", At(1, 1, true)).Replace("&#x1F600;", "😀", StringComparison.Ordinal));

    private static Verdict At(int start, int length, bool decides) => new(PostingRule.InsultToPerson, 60, RuleAction.Hold, [new(start, length, "", "", Aim.You, decides)]);

    private static string Marked(string body, params Verdict[] verdicts)
    {
        using var writer = new StringWriter();
        EvidenceText.Of(body, verdicts).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
