using System.Diagnostics;
using System.Text.RegularExpressions;
using CsCheck;
using NewsSite.Text;
using NewsSite.Text.Editing;

namespace NewsSite.Tests.Text.Editing;

public sealed partial class PastedTextTests
{
    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<s>", "</s>", "<a href=\"https://a.b/c_d\">", "</a>", "<h2>", "</h2>", "<ul><li>", "</li></ul>", "<ol><li>", "<li>", "</ol>", "<blockquote>", "</blockquote>",
        "<br>", "<hr>", "<table><tr><td>", "<td>", "<tr><td>", "</table>", "<div>", "</div>", "<span dir=RTL>", "</span>", " ", " ", "&nbsp;", "\n", "كلمة", "قال", "2003", "1. ", "- ", "+ ", "# ", "*", "**", "_", "~~", "`", "[", "](x)", "[^1]", "[a]: b",
        "&lt;b&gt;", "&amp;amp;", "\\", "|", "==", "++", "«", "»", ".", "!", "^", "---", "===", "&gt; ", "x_y", "http://a.b", "www.a.b", "😀", "ُ",
    ];

    private static readonly Gen<string> Html = Gen.Int[0, Pieces.Length - 1].Array[0, 10].Select(picks => string.Concat(picks.Select(pick => Pieces[pick])));

    [Theory]
    [InlineData("<p>أول</p><p>ثان</p>", "أول\n\nثان")]
    [InlineData("<h1>عنوان</h1><h4><b>فرعي</b></h4>", "## عنوان\n\n### فرعي")]
    [InlineData("<p>قال <b>الأمين</b> <i>العام</i> <s>أمس</s></p>", "قال **الأمين** *العام* ~~أمس~~")]
    [InlineData("<h2>وسم #</h2><h2>www.a.b#</h2>", "## وسم \\#\n\n## www.a.b#")]
    [InlineData("<p>نجم *<br>و<i>ثان</i></p>", "نجم \\*\\\nو*ثان*")]
    [InlineData("<table><tr><td>`</td><td>`</td></tr></table>", "| \\` | \\` |\n| --- | --- |")]
    [InlineData("<p><b>قال: </b>نعم</p>", "**قال:** نعم")]
    [InlineData("<p><i>قال <s>أمس + </s><b><s>اليوم</s></b></i></p>", "*قال ~~أمس +~~* ***~~اليوم~~***")]
    [InlineData("<p><a href='https://a.b/c(d)'>رابط</a> <a href='javascript:x()'>لا</a> <a href='mailto:a@b.c'>بريد</a></p>", "[رابط](https://a.b/c%28d%29) لا [بريد](mailto:a@b.c)")]
    [InlineData("<ul><li>أ</li><li>ب<ol><li>ج</li></ol></li></ul>", "- أ\n- ب\n  1. ج")]
    [InlineData("<ol start=3><li>أ</li><li>ب</li></ol>", "3. أ\n4. ب")]
    [InlineData("<ul><li>أ</li></ul><ul><li>ب</li></ul>", "- أ\n\n* ب")]
    [InlineData("<blockquote><p>أ</p><p>ب</p></blockquote>", "> أ\n>\n> ب")]
    [InlineData("<table><tr><th>أ</th><th>ب|ج</th></tr><tr><td><p>1</p><p>2</p></td><td>3</td></tr></table>", "| أ | ب\\|ج |\n| --- | --- |\n| 1 2 | 3 |")]
    [InlineData("<p>قبل<img src=x alt=وصف>بعد</p><script>x</script><p style='display:none'>سر</p>", "قبلبعد")]
    [InlineData("<p>سطر<br>آخر</p>", "سطر\\\nآخر")]
    public void What_a_page_holds_becomes_Markdown(string html, string markdown) => Assert.Equal(markdown, PastedText.ToMarkdown(html));

    [Theory]
    [InlineData("5 * 3 و 2_000 و [sic] و a < b و AT&T و C++ و س!", "5 * 3 و 2_000 و [sic] و a < b و AT&T و C++ و س!")]
    [InlineData("1. أول", "1\\. أول")]
    [InlineData("- نعم", "\\- نعم")]
    [InlineData("# وسم", "\\# وسم")]
    [InlineData("#وسم", "#وسم")]
    [InlineData("*نجم* و[أ](ب)", "\\*نجم\\* و\\[أ](ب)")]
    [InlineData("&lt;b&gt; &amp;amp;", "\\<b> \\&amp;")]
    public void Signs_are_escaped_only_where_they_would_mean_something(string html, string markdown) => Assert.Equal(markdown, PastedText.ToMarkdown($"<p>{html}</p>"));

    [Fact]
    public void From_Word_come_paragraphs_and_lists_without_its_notes() => Assert.Equal(
        "## تحذير\n\nقال الأمين **العام** للناتو 2003\n\n- أول\n  - داخلي\n- ثان\n\n1. واحد\n2. اثنان\n\nختام",
        PastedText.ToMarkdown("""
            <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
            <!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {margin:0cm;} --></style></head>
            <body lang=EN-US style='tab-interval:36.0pt'><!--StartFragment-->
            <h1 dir=RTL><span lang=AR-SA style='font-size:16.0pt'>تحذير<o:p></o:p></span></h1>
            <p class=MsoNormal dir=RTL style='text-align:right'><span lang=AR-SA>قال</span><span dir=LTR></span><span dir=LTR> </span><span lang=AR-SA>الأمين
            </span><b><span lang=AR-SA style='font-family:Arial'>العام </span></b><span lang=AR-SA>&#8207;للن</span><span lang=AR-SA>اتو</span><span dir=RTL></span><span lang=AR-SA dir=RTL>&nbsp;2003</span><o:p>&nbsp;</o:p></p>
            <p class=MsoListParagraphCxSpFirst dir=RTL style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=AR-SA>أول<o:p></o:p></span></p>
            <p class=MsoListParagraphCxSpMiddle dir=RTL style='margin-right:72.0pt;mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span><!--[endif]-->داخلي</p>
            <p class=MsoListParagraphCxSpLast dir=RTL style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>ثان</p>
            <p class=MsoNormal><o:p>&nbsp;</o:p></p>
            <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>واحد</p>
            <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>اثنان</p>
            <p class=MsoNormal>ختام</p><!--EndFragment--></body></html>
            """));

    [Fact]
    public void From_Google_Docs_come_its_styles_and_not_its_wrapper() => Assert.Equal(
        "## عنوان\n\nنص **غليظ** و*مائل* و[رابط](https://a.b/)\n\n- أول\n  - داخلي\n- ثان",
        PastedText.ToMarkdown("""
            <meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="rtl"><span style="font-size:16pt;font-weight:400;white-space:pre-wrap;">عنوان</span></h2>
            <p dir="rtl"><span style="font-weight:400;white-space:pre-wrap;">نص </span><span style="font-weight:700;">غليظ</span><span style="font-weight:400;"> و</span><span style="font-weight:400;font-style:italic;">مائل</span><span style="font-weight:400;font-style:normal"> و</span><a href="https://a.b/" style="text-decoration:none;"><span style="color:#1155cc;font-weight:400;text-decoration:underline;">رابط</span></a></p>
            <br /><ul><li dir="rtl" style="list-style-type:disc;" aria-level="1"><p role="presentation"><span>أول</span></p></li><ul><li aria-level="2"><p role="presentation"><span>داخلي</span></p></li></ul><li><p role="presentation"><span>ثان</span></p></li></ul></b><br class="Apple-interchange-newline">
            """));

    [Fact]
    public void From_LibreOffice_come_its_words() => Assert.Equal(
        "قال **الأمين** العام\n\n| اسم | عدد |\n| --- | --- |\n| أ | 1 |",
        PastedText.ToMarkdown("""
            <!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><meta name="generator" content="LibreOffice 7.4"/><style type="text/css">p { margin-bottom: 0.25cm }</style></head>
            <body lang="en-US" dir="ltr"><p dir="rtl"><font face="FreeSans"><span lang="ar-SA">قال</span></font> <font face="FreeSans"><b>الأمين</b></font> <font><span lang="ar-SA">العام</span></font></p>
            <table width="100%" cellpadding="4"><col width="128*"/><col width="128*"/><tr valign="top"><td><p dir="rtl">اسم</p></td><td><p>عدد</p></td></tr><tr><td><p>أ</p></td><td><p>1</p></td></tr></table></body></html>
            """));

    [Fact]
    public void The_same_words_are_shown_as_were_pasted() => Html.Sample(html =>
    {
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        var shown = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(ArticleBody.Render(PastedText.ToMarkdown(html), "en").Html);

        Assert.Equal(Space().Replace(document.Body!.TextContent, ""), Space().Replace(shown.Body!.TextContent, ""));
    }, iter: 1_000);

    [Fact]
    public void Hostile_HTML_costs_no_square()
    {
        var watch = Stopwatch.StartNew();

        foreach (var piece in new[] { "<b>", "<div>", "<b><p>", "<a href=http://x>", "<ul><li>", "<table><tr><td>", "<blockquote>", "<", "<!--", "<p>[", "*", "&", "<b>x</b>", "<i x=1>", "<ul><ul></ul>", "<p style='a:b;" })
        {
            PastedText.ToMarkdown(string.Concat(Enumerable.Repeat(piece, 60_000 / piece.Length)));
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
