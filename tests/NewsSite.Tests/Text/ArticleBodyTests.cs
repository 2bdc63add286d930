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
    public void Several_pictures_in_a_paragraph_are_a_gallery_with_captions()
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Render("![أ](one \"شرح أول\")\n![ب](two \"شرح ثان\")"));

        var gallery = page.QuerySelector(".gallery[role=group][tabindex='0'][aria-label]")!;
        Assert.Equal(["شرح أول", "شرح ثان"], gallery.QuerySelectorAll("figcaption").Select(caption => caption.TextContent));
        Assert.Equal(["أ", "ب"], gallery.QuerySelectorAll("img").Select(img => img.GetAttribute("alt")!));
        Assert.StartsWith("/media/one-320.avif 320w", gallery.QuerySelector("source")!.GetAttribute("srcset"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_film_has_controls_a_poster_and_captions_and_loads_nothing_by_itself()
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Render("![مقابلة](/media/clip.mp4 \"شرح\")"));

        var film = page.QuerySelector("figure > video[controls][preload=none]")!;
        Assert.Equal("/media/clip-poster.jpg", film.GetAttribute("poster"));
        Assert.Equal("/media/clip.vtt", film.QuerySelector("track[kind=captions]")!.GetAttribute("src"));
    }

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://t.me/channel/12", "https://t.me/channel/12?embed=1")]
    [InlineData("https://x.com/nato/status/123", null)]
    [InlineData("https://www.instagram.com/p/Abc_1/", null)]
    public void The_address_of_a_known_service_alone_on_a_line_is_a_card_that_loads_nothing(string address, string? frame)
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Render($"قبل\n\n{address}\n\nبعد"));

        var card = page.QuerySelector(".embed")!;
        Assert.Equal(frame, card.GetAttribute("data-frame"));
        Assert.Equal(address, card.QuerySelector("a")!.GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("iframe, script"));
    }

    [Fact]
    public void An_address_inside_a_sentence_stays_a_link() => Assert.DoesNotContain("embed", Render("انظر https://youtu.be/dQw4w9WgXcQ اليوم"), StringComparison.Ordinal);

    [Fact]
    public void A_table_scrolls_inside_its_own_frame() =>
        Assert.StartsWith("""<div class="table" role="region" aria-label="جدول" tabindex="0"><table>""", Render("| أ | ب |\n|---|---|\n| 1 | 2 |"), StringComparison.Ordinal);

    [Theory]
    [InlineData("وروسيا ، في", "وروسيا\u00A0، في")]
    [InlineData("وروسيا\n، في", "وروسيا\u00A0، في")]
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
    [InlineData("على https://example.com/a?b=c&d=1#x، ثم", "على [https://example.com/a?b=c&d=1#x]، ثم")]
    [InlineData("حساب @nato_press ووسم #NATO", "حساب [@nato_press] ووسم [#NATO]")]
    [InlineData("لغة C++ ولغة C# ومنصة .NET هنا", "لغة [C++] ولغة [C#] ومنصة [.NET] هنا")]
    [InlineData("هاتف +962 7 9999 000 للطوارئ", "هاتف [+962 7 9999 000] للطوارئ")]
    [InlineData("وكتب Достоевский رواية", "وكتب [Достоевский] رواية")]
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
