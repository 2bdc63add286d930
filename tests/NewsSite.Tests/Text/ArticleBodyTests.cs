using NewsSite.Text;

namespace NewsSite.Tests.Text;

public sealed class ArticleBodyTests
{
    [Fact]
    public void Headings_begin_at_the_second_rank_skip_none_and_keep_ids_of_their_own()
    {
        var html = Render("# أول\n\n### ثانٍ\n\n# أول\n\n## COMMENTS");

        Assert.Equal("""<h2 id="h-أول">أول</h2> <h3 id="h-ثان">ثانٍ</h3> <h2 id="h-أول-2">أول</h2> <h3 id="h-comments"><bdi lang="en">COMMENTS</bdi></h3>""", OneLine(html));
    }

    [Fact]
    public void The_contents_are_read_back_from_the_headings() =>
        Assert.Equal([new Heading("h-تحذير-قوي", "تحذير قوي"), new Heading("h-a-b", "A & B")], Headings.In(Render("## تحذير قوي\n\nنص\n\n## A & B")));

    [Fact]
    public void A_picture_alone_is_a_figure_with_its_title_as_caption() =>
        Assert.Equal("""<figure><img src="/media/a-640.jpg" alt="وصف" loading="lazy" decoding="async"><figcaption>شرح</figcaption></figure>""", Render("""![وصف](/media/a-640.jpg "شرح")"""));

    [Fact]
    public void A_table_scrolls_inside_its_own_frame() =>
        Assert.StartsWith("""<div class="table" role="region" aria-label="جدول" tabindex="0"><table>""", Render("| أ | ب |\n|---|---|\n| 1 | 2 |"), StringComparison.Ordinal);

    [Theory]
    [InlineData("وروسيا ، في", "وروسيا\u00A0، في")]
    [InlineData("الناتو – روسيا", "الناتو\u00A0– روسيا")]
    [InlineData("يوليو / تموز", "يوليو\u00A0/ تموز")]
    [InlineData("نسبة 5 % فقط", "نسبة 5\u00A0% فقط")]
    [InlineData("في 12 يناير", "في 12\u00A0يناير")]
    [InlineData("بلا شيء", "بلا شيء")]
    public void A_line_never_begins_with_a_mark_nor_parts_a_number_from_its_word(string written, string printed) => Assert.Equal(printed, LineBreaks.Guard(written));

    [Theory]
    [InlineData("قال Jens Stoltenberg إن", "قال [Jens Stoltenberg] إن")]
    [InlineData("طائرة Boeing 737 وصلت", "طائرة [Boeing 737] وصلت")]
    [InlineData("بقدرة 5.2 kW لكل بيت", "بقدرة [5.2 kW] لكل بيت")]
    [InlineData("في 2024 NASA أطلقت", "في 2024 [NASA] أطلقت")]
    [InlineData("من عام 2002 إلى 2019", "من عام 2002 إلى 2019")]
    [InlineData("Only Latin", "[Only Latin]")]
    [InlineData("موقع www.example.org/a_b هنا.", "موقع [www.example.org/a_b] هنا.")]
    public void Latin_words_stand_in_isolation_and_plain_numbers_do_not(string written, string isolated) =>
        Assert.Equal(isolated, string.Concat(LatinRuns.Split(written).Select(part => part.IsLatin ? $"[{part.Text}]" : part.Text)));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[انقر](javascript:alert(1))")]
    [InlineData("[انقر](data:text/html,<script>alert(1)</script>)")]
    [InlineData("<a href=\" java\nscript:alert(1)\">x</a>")]
    [InlineData("<svg><script>alert(1)</script></svg>")]
    [InlineData("<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>")]
    [InlineData("<iframe srcdoc='<script>alert(1)</script>'></iframe>")]
    [InlineData("<p style='background:url(javascript:alert(1))' onclick='alert(1)'>نص</p>")]
    [InlineData("<form action=/x><input><button formaction=javascript:alert(1)>x</button></form>")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">")]
    [InlineData("![x](x\"onerror=alert(1))")]
    [InlineData("<object data=x></object><embed src=x><base href=//evil>")]
    public void Nothing_that_could_run_gets_through(string evil)
    {
        var html = Render(evil);

        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        Assert.Empty(page.QuerySelectorAll("script, style, iframe, object, embed, base, form, input, button, svg, math"));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute =>
            attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc" or "formaction"
            || attribute.Value.Replace("\n", "", StringComparison.Ordinal).Trim().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
            || attribute.Value.StartsWith("data:", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Words_are_counted_without_marks_that_stand_alone() => Assert.Equal(4, ArticleBody.Render("جمعت بين – روسيا ، والناتو", "ar").Words);

    private static string Render(string markdown) => ArticleBody.Render(markdown, "ar").Html;

    private static string OneLine(string html) => html.Replace("\n", " ", StringComparison.Ordinal);
}
