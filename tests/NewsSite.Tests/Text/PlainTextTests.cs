using NewsSite.Text;

namespace NewsSite.Tests.Text;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("<p>رأي أول</p><p>رأي ثانٍ</p>", "رأي أول\n\nرأي ثانٍ")]
    [InlineData("سطر<br>سطر<br/>سطر", "سطر\nسطر\nسطر")]
    [InlineData("كلام <b>غليظ</b>\n  ومائل", "كلام غليظ ومائل")]
    [InlineData("انظر <a href=\"https://example.org/a\">هنا</a>.", "انظر هنا (https://example.org/a).")]
    [InlineData("<a href=\"https://example.org/a\">https://example.org/a</a>", "https://example.org/a")]
    [InlineData("<a href=\"http://disq.us/url?url=x\" title=\"https://example.org/long\">example.org/lo…</a>", "example.org/lo… (https://example.org/long)")]
    [InlineData("<a href=\"javascript:alert(1)\">اضغط</a>", "اضغط")]
    [InlineData("قبل<script>alert(1)</script><style>p{}</style>بعد", "قبلبعد")]
    [InlineData("<ul><li>أول</li><li>ثانٍ</li></ul>", "- أول\n- ثانٍ")]
    [InlineData("<blockquote>قول</blockquote>رد", "قول\n\nرد")]
    [InlineData("5 &lt; 7 &amp; 8", "5 < 7 & 8")]
    [InlineData("a\u202Eb\u0007", "ab")]
    [InlineData("<img src=\"https://tracker.example/x.gif\">", "")]
    [InlineData("", "")]
    public void HTML_becomes_what_a_reader_would_have_typed(string html, string plain) => Assert.Equal(plain, PlainText.OfHtml(html));

    [Fact]
    public void Lines_stay_where_they_are_told_to() => Assert.Equal("سطر أول\nسطر ثانٍ\n\nفقرة", PlainText.OfHtml("سطر أول\r\nسطر ثانٍ\n\n\n\nفقرة", keepsLines: true));

    [Fact]
    public void Nesting_without_end_does_not_exhaust_the_stack() =>
        Assert.Contains("نص", PlainText.OfHtml(string.Concat(Enumerable.Repeat("<div>", 9_000)) + "نص"), StringComparison.Ordinal);
}
