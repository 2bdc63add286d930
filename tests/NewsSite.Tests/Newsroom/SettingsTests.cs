using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Newsroom;

public sealed class SettingsTests : IAsyncLifetime
{
    private const string General = "/admin/settings?edition=ar", Rules = "/admin/settings/rules?edition=ar", Announcements = "/admin/settings/announcements?edition=ar";

    private TestSite site = null!;
    private SignedIn administrator = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.WithDemoAsync();
        administrator = await site.SignInAsync(Role.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        administrator.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task What_is_saved_readers_see_at_the_next_request_and_only_what_changed_is_written()
    {
        await site.OpenAsync("/");

        await SubmitAsync(General, "", ("Input.Name", "المرصد"), ("Input.Months", "Levant"), ("Input.Digits", "ArabicIndic"));

        var page = await site.OpenAsync("/");
        Assert.Equal("المرصد", page.QuerySelector(".mast__name")!.Seen());
        Assert.StartsWith("الثلاثاء ١٠ آذار ٢٠٢٦", page.QuerySelector(".mast__today p")!.Seen(), StringComparison.Ordinal);
        Assert.Equal(["ar:Digits", "ar:Months", "ar:Name"], await OwnRowsAsync());
        Assert.Equal("Name: المداد → المرصد\nDigits: European → ArabicIndic\nMonths: Egypt → Levant", await site.InStoreAsync(db => db.Log.Select(entry => entry.Detail).SingleAsync()));
        Assert.DoesNotContain("المرصد", (await site.OpenAsync("/en")).Body!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_save_the_same_form_do_not_undo_each_other()
    {
        var (first, second) = (FieldsOf(await administrator.OpenAsync(General)), FieldsOf(await administrator.OpenAsync(General)));

        await administrator.PostAsync(General, With(first, ("Input.Name", "المرصد")));
        await administrator.PostAsync(General, With(second, ("Input.Description", "وصف جديد")));

        var page = await site.OpenAsync("/");
        Assert.Equal("المرصد", page.QuerySelector(".mast__name")!.Seen());
        Assert.Equal("وصف جديد", page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_value_that_is_what_it_was_at_first_needs_no_row()
    {
        await SubmitAsync(General, "", ("Input.Digits", "ArabicIndic"));
        Assert.Equal(["ar:Digits"], await OwnRowsAsync());

        await SubmitAsync(General, "", ("Input.Digits", "European"));

        Assert.Empty(await OwnRowsAsync());
    }

    [Fact]
    public async Task A_preview_shows_the_chosen_values_and_keeps_none()
    {
        using var answer = await PostAsync(General, "Preview", ("Input.Name", "المرصد"), ("Input.Months", "Morocco"), ("Input.TimeZone", "Africa/Casablanca"), ("Input.Hijri", "Everywhere"), ("Input.HijriOffset", "-1"));

        var sample = (await Reading.ParseAsync(answer)).QuerySelector(".sample")!.Seen();
        Assert.Contains("المرصد", sample, StringComparison.Ordinal);
        Assert.Contains("الثلاثاء 10 مارس 2026 · 20 رمضان 1447", sample, StringComparison.Ordinal);
        Assert.Empty(await OwnRowsAsync());
    }

    [Theory]
    [InlineData("Input.Name", "")]
    [InlineData("Input.Description", " ")]
    [InlineData("Input.TimeZone", "Asia/Nowhere")]
    [InlineData("Input.Digits", "Roman")]
    [InlineData("Input.HijriOffset", "2")]
    [InlineData("Input.HijriOffset", "كثير")]
    [InlineData("Input.FlagsToHold", "101")]
    [InlineData("Input.FlagsToHold", "كثير")]
    public async Task What_cannot_be_is_refused_at_its_field(string field, string value)
    {
        using var answer = await PostAsync(General, "", (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("true", (await Reading.ParseAsync(answer)).QuerySelector($"[name='{field}']")!.GetAttribute("aria-invalid"));
        Assert.Empty(await OwnRowsAsync());
    }

    [Fact]
    public async Task An_edition_out_of_use_is_not_found_and_nowhere_named()
    {
        Assert.Contains(await site.OpenAsync("/") is { } home ? home.Links.Select(link => link.GetAttribute("href")) : [], href => href == "/en");

        await SubmitAsync("/admin/settings?edition=en", "", ("Input.InUse", null));

        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/en")).StatusCode);
        Assert.DoesNotContain((await site.OpenAsync("/")).Links.Select(link => link.GetAttribute("href")), href => href == "/en");
        await SubmitAsync("/admin/settings?edition=en", "", ("Input.InUse", "true"));
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/en")).StatusCode);
    }

    [Fact]
    public async Task Who_must_have_a_second_factor_is_one_answer_for_every_edition()
    {
        await SubmitAsync("/admin/settings?edition=en", "", ("Input.SecondFactorFrom", "Editors"));

        using var answer = await administrator.GetAsync("/admin");
        Assert.Equal("/account/second-factor/set-up", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Posting_rules_may_be_said_in_the_newsrooms_own_words_and_return_to_the_first_ones()
    {
        Assert.Contains("ناقش ما كُتب", (await site.OpenAsync("/rules")).Body!.Seen(), StringComparison.Ordinal);

        await SubmitAsync(Rules, "", ("Input.Rules[0].Text", "ناقش الفكرة."));

        var rule = (await site.OpenAsync("/rules")).QuerySelector("#rule-1")!;
        Assert.Equal("الإساءة إلى الكاتب ناقش الفكرة.", rule.Seen());
        Assert.Equal(["ar:Rule.1.Text"], await OwnRowsAsync());
        await SubmitAsync(Rules, "", ("Input.Rules[0].Text", ""));
        Assert.Contains("ناقش ما كُتب", (await site.OpenAsync("/rules")).Body!.Seen(), StringComparison.Ordinal);
        Assert.Empty(await OwnRowsAsync());
    }

    [Fact]
    public async Task An_announcement_appears_and_goes_by_the_clock_on_pages_that_are_kept()
    {
        var story = await site.SeedAddressAsync();
        // 12:30 in Riyadh when the clock starts.
        await SubmitAsync(Announcements, "", ("Input.Strip.Text", "تعود الطبعة الورقية"), ("Input.Strip.Link", "/latest"), ("Input.Strip.From", "2026-03-10T12:40"), ("Input.Strip.Until", "2026-03-10T12:50"),
            ("Input.Box.Text", "اكتبوا إلينا"), ("Input.Box.Until", "2026-03-10T12:45"));

        Assert.Equal(("", "اكتبوا إلينا"), await HouseAsync("/"));
        Assert.Equal(("", "اكتبوا إلينا"), await HouseAsync(story));
        Assert.Equal(("", ""), await HouseAsync("/latest"));
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(("تعود الطبعة الورقية", "اكتبوا إلينا"), await HouseAsync("/"));
        Assert.Equal(("تعود الطبعة الورقية", ""), await HouseAsync("/latest"));
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(("تعود الطبعة الورقية", ""), await HouseAsync(story));
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(("", ""), await HouseAsync("/"));
        Assert.Equal(("", ""), await HouseAsync(story));
        Assert.Equal(("", ""), await HouseAsync("/latest"));
        Assert.Equal(("", ""), await HouseAsync("/en"));
    }

    [Theory]
    [InlineData("Input.Strip.Link", "javascript:alert(1)")]
    [InlineData("Input.Strip.Link", "//elsewhere.example")]
    [InlineData("Input.Strip.From", "غدًا")]
    [InlineData("Input.Strip.Until", "2026-03-09T00:00")]
    public async Task An_announcement_that_cannot_be_is_refused_at_its_field(string field, string value)
    {
        using var answer = await PostAsync(Announcements, "", [("Input.Strip.Text", "نص"), ("Input.Strip.From", "2026-03-10T12:40"), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("true", (await Reading.ParseAsync(answer)).QuerySelector($"[name='{field}']")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task An_announcement_is_seen_before_it_is_saved()
    {
        using var answer = await PostAsync(Announcements, "Preview", ("Input.Strip.Text", "نص <b>الشريط</b>"), ("Input.Strip.Link", "/rules"), ("Input.Strip.LinkText", "هنا"));

        var strip = (await Reading.ParseAsync(answer)).QuerySelector(".sample .house--strip")!;
        Assert.Equal("نص <b>الشريط</b> هنا", strip.Seen());
        Assert.Equal("/rules", strip.QuerySelector("a")!.GetAttribute("href"));
        Assert.Empty(await OwnRowsAsync());
    }

    [Fact]
    public async Task An_editor_may_neither_see_nor_change_settings()
    {
        using var editor = await site.SignInAsync(Role.Editor);

        foreach (var page in new[] { General, Rules, Announcements })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await editor.GetAsync(page)).StatusCode);
            using var answer = await editor.PostAsync(page, ("Input.Name", "المرصد"));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
        Assert.Empty(await OwnRowsAsync());
    }

    private Task<List<string>> OwnRowsAsync() => site.InStoreAsync(db => db.Settings.Where(row => row.Name.StartsWith("ar:")).OrderBy(row => row.Name).Select(row => row.Name).ToListAsync());

    private async Task<(string Strip, string Box)> HouseAsync(string path)
    {
        var page = await site.OpenAsync(path);
        return (page.QuerySelector(".house--strip")?.Seen() ?? "", page.QuerySelector(".house--box")?.Seen() ?? "");
    }

    private async Task SubmitAsync(string page, string handler, params (string Name, string? Value)[] changes)
    {
        using var answer = await PostAsync(page, handler, changes);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    // As a browser sends it: every field of the form, with some typed otherwise; null: unticked.
    private async Task<HttpResponseMessage> PostAsync(string page, string handler, params (string Name, string? Value)[] changes) =>
        await administrator.PostAsync(handler.Length == 0 ? page : $"{page}&handler={handler}", With(FieldsOf(await administrator.OpenAsync(page)), changes));

    private static Dictionary<string, string> FieldsOf(IHtmlDocument page) => page.QuerySelectorAll("main form :is(input, textarea, select)")
        .Select(field => (Name: field.GetAttribute("name")!, Value: field switch
        {
            IHtmlInputElement { Type: "checkbox" } box => box.IsChecked ? "true" : null,
            IHtmlInputElement input => input.Value,
            IHtmlTextAreaElement area => area.Value,
            IHtmlSelectElement select => select.Value,
            _ => null,
        }))
        .Where(field => field.Value is not null && field.Name != "__RequestVerificationToken").ToDictionary(field => field.Name, field => field.Value!);

    private static (string, string)[] With(Dictionary<string, string> fields, params (string Name, string? Value)[] changes)
    {
        foreach (var (name, value) in changes)
        {
            fields.Remove(name);
            if (value is not null)
            {
                fields[name] = value;
            }
        }
        return [.. fields.Select(field => (field.Key, field.Value))];
    }
}
