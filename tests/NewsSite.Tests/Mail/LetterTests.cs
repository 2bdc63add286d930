using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NewsSite.Mail;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Mail;

public sealed class LetterTests
{
    [Fact]
    public async Task Each_part_says_in_plain_text_too_what_its_link_is_for()
    {
        var message = await ReceivedAsync(Letters.To("samar@reader.example") with { Parts = [new("لم يُنشر تعليقك", "يخالف شرطًا", new("تعليقاتك، ومنها تعترض", "https://paper.example/comments/yours"))] });

        Assert.Contains("لم يُنشر تعليقك\nيخالف شرطًا\nتعليقاتك، ومنها تعترض\nhttps://paper.example/comments/yours\n", message.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Arabic_letter_arrives_as_it_was_written_from_right_to_left()
    {
        var message = await ReceivedAsync(Letters.To("samar@reader.example") with
        {
            Paragraphs = ["وصلك رد من Jean Dupont على تعليقك.", "سطر\nوسطر"],
            Footnote = "لا ترد على هذه الرسالة.",
        });

        Assert.Equal("رابط لتأكيد البريد", message.Subject);
        Assert.Equal("المداد", Assert.IsType<MailboxAddress>(Assert.Single(message.From)).Name);
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.IsType<MultipartAlternative>(message.Body);
        var page = new HtmlParser().ParseDocument(message.HtmlBody!);
        Assert.Equal(("ar", "rtl"), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
        Assert.Equal("Jean Dupont", page.QuerySelector("span[dir=ltr]")!.TextContent);
        Assert.Equal("right", page.QuerySelector("td[dir=rtl]")!.GetAttribute("align"));
        Assert.All(page.QuerySelectorAll("a"), link => Assert.Equal("https://paper.example/confirm?token=geheim123&x=1", link.GetAttribute("href")));
        Assert.Equal("https://paper.example/confirm?token=geheim123&x=1", page.QuerySelectorAll("a")[^1].TextContent);
        Assert.Empty(page.QuerySelectorAll("img, link, script, style, [src], [background]"));
        Assert.Equal("""
            المداد

            وصلك رد من Jean Dupont على تعليقك.

            سطر
            وسطر

            تأكيد العنوان
            https://paper.example/confirm?token=geheim123&x=1

            -- 
            لا ترد على هذه الرسالة.

            """, message.TextBody!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task An_English_letter_runs_from_left_to_right()
    {
        var message = await ReceivedAsync(new Letter("samar@reader.example", "en", "Confirm", ["Hello."]));

        var page = new HtmlParser().ParseDocument(message.HtmlBody!);
        Assert.Equal(("en", "ltr", "left"), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir"), page.QuerySelector("td[dir]")!.GetAttribute("align")));
        Assert.Empty(page.QuerySelectorAll("a"));
    }

    [Fact]
    public async Task Whatever_was_typed_into_a_form_a_header_stays_one_header_and_text_stays_text()
    {
        var message = await ReceivedAsync(new Letter("samar@reader.example", "ar", "عنوان\r\nBcc: evil@crime.example\r\n\r\n<b>", ["<script>alert(1)</script>"],
            new LetterButton("<b>اضغط</b>", "https://paper.example/?a=\"><script>"))
        {
            Headers = new Dictionary<string, string> { ["List-Unsubscribe"] = "<https://paper.example/stop>\r\nX-Evil: yes" },
            Footnote = "<img src=x>",
        });

        Assert.Empty(message.Bcc);
        Assert.Equal("عنوان Bcc: evil@crime.example <b>", message.Subject);
        Assert.Null(message.Headers["X-Evil"]);
        Assert.Equal("<https://paper.example/stop> X-Evil: yes", message.Headers["List-Unsubscribe"]);
        Assert.Empty(new HtmlParser().ParseDocument(message.HtmlBody!).QuerySelectorAll("script, b, img"));
    }

    [Theory]
    [InlineData("samar@reader.example\r\nBcc: evil@crime.example")]
    [InlineData("samar@reader.example, evil@crime.example")]
    [InlineData("Samar <samar@reader.example>")]
    [InlineData("samar")]
    [InlineData("")]
    public async Task What_is_not_one_address_gets_no_letter(string address)
    {
        await using var site = await TestSite.EmptyAsync();

        await Assert.ThrowsAsync<FormatException>(() => site.WriteAsync(Letters.To(address)));
    }

    [Theory]
    [InlineData("javascript:alert(1)", "List-Id")]
    [InlineData("/confirm", "List-Id")]
    [InlineData("https://paper.example/", "Bcc")]
    [InlineData("https://paper.example/", "X: y\r\nBcc")]
    public async Task A_button_leads_to_a_whole_web_address_and_a_feature_sets_no_header_of_ours(string link, string header)
    {
        await using var site = await TestSite.EmptyAsync();
        var letter = Letters.To("samar@reader.example") with { Button = new("اضغط", link), Headers = new Dictionary<string, string> { [header] = "evil@crime.example" } };

        await Assert.ThrowsAsync<FormatException>(() => site.WriteAsync(letter));
    }

    private static async Task<MimeMessage> ReceivedAsync(Letter letter)
    {
        await using var server = new MailServer();
        await using var site = await TestSite.WithDemoAsync();
        await site.WriteAsync(letter);
        await site.DeliveryTo(server).SendDueAsync(CancellationToken.None);
        return Assert.Single(server.Messages);
    }
}
