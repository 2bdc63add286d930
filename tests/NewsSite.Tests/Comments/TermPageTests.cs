using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

public sealed class TermPageTests : IAsyncLifetime
{
    private const string Page = "/admin/comments/term";
    private static readonly (string, string)[] Cauliflower = Fields("قرنبيط", "Profanity", "97");

    private TestSite site = null!;
    private SignedIn moderator = null!;
    private int story;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.EmptyAsync("--Comments:PerMinute=0");
        moderator = await site.SignInAsync(Role.None, moderates: true);
        story = await site.SavedAsync(Make.Story(Make.Section()));
    }

    public async ValueTask DisposeAsync()
    {
        moderator.Dispose();
        await site.DisposeAsync();
    }

    internal static TermChange Change(string text, PostingRule rule, int certainty, bool isOn = true)
    {
        var change = new TermChange(text);
        change.Set(rule, certainty, "msa", "", isOn, new StaffMember(1, "منى المشرفة", Role.None, true), TestSite.Start);
        return change;
    }

    [Fact]
    public async Task The_effect_on_the_newest_comments_is_shown_before_a_term_is_saved()
    {
        using var one = await site.PostCommentAsync(story, "يا قرنبيط ما هذا الكلام", name: "سليم");
        using var other = await site.PostCommentAsync(story, "تحليل هادئ");

        var page = await TryAsync("", Cauliflower);

        var effect = page.QuerySelector("#effect")!;
        Assert.Contains("قُرئ أحدث تعليقين", effect.Seen(), StringComparison.Ordinal);
        Assert.Contains("تعليق واحد يُرفض زيادة", effect.Seen(), StringComparison.Ordinal);
        Assert.Equal("قرنبيط", Assert.Single(effect.QuerySelectorAll("mark")).TextContent);
        Assert.Contains("سليم", effect.Seen(), StringComparison.Ordinal);
        Assert.DoesNotContain("marwan", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.False(await site.InStoreAsync(db => db.TermChanges.AnyAsync()));
        Assert.Equal(HttpStatusCode.SeeOther, (await site.PostCommentAsync(story, "يا قرنبيط مرة أخرى")).StatusCode);
    }

    [Fact]
    public async Task A_saved_term_holds_at_once_here_and_in_another_process()
    {
        await using var elsewhere = await site.AnotherProcessAsync();
        using var before = await elsewhere.PostCommentAsync(story, "يا قرنبيط قبل الحفظ");

        await SaveAsync("", Cauliflower);

        using var here = await site.PostCommentAsync(story, "يا قرنبيط هنا");
        Assert.Equal(HttpStatusCode.SeeOther, before.StatusCode);
        Assert.Contains("يخالف شرط", await here.SaidAsync(), StringComparison.Ordinal);
        // Somebody else each time: one reader's pace is limited.
        await Eventually.Async(async () => (await elsewhere.PostCommentAsync(story, "يا قرنبيط هناك", email: $"{Guid.NewGuid():N}@example.org")).StatusCode == HttpStatusCode.UnprocessableEntity);
        var entry = await site.InStoreAsync(db => db.Log.SingleAsync(entry => entry.Act == "comments.term"));
        Assert.Equal(("قرنبيط", moderator.Member.Id), (entry.Subject, entry.ById));
        Assert.Contains("– → Profanity 97 %", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_shown_is_not_saved()
    {
        var seen = SeenOf(await TryAsync("", Cauliflower));

        using var changed = await moderator.PostAsync($"{Page}?handler=Save", [.. Fields("قرنبيط", "Profanity", "50"), ("Input.Seen", seen)]);
        using var unseen = await moderator.PostAsync($"{Page}?handler=Save", Cauliflower);

        Assert.Contains("تغيّر المصطلح أو النموذج", await changed.SaidAsync(), StringComparison.Ordinal);
        Assert.Contains("تغيّر المصطلح أو النموذج", await unseen.SaidAsync(), StringComparison.Ordinal);
        Assert.False(await site.InStoreAsync(db => db.TermChanges.AnyAsync()));
    }

    [Fact]
    public async Task Of_two_moderators_the_later_is_told_and_undoes_nothing()
    {
        var seen = SeenOf(await TryAsync("", Cauliflower));
        await SaveAsync("", Fields("قرنبيط", "Profanity", "60"));

        using var later = await moderator.PostAsync($"{Page}?handler=Save", [.. Cauliflower, ("Input.Seen", seen)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, later.StatusCode);
        Assert.Equal(60, await site.InStoreAsync(db => db.TermChanges.Select(change => change.Certainty).SingleAsync()));
    }

    [Fact]
    public async Task A_term_of_the_programs_can_be_switched_off_and_be_as_it_was_again()
    {
        var term = RuleBook.PrintedTerms[0];
        var key = TermChange.KeyOf(term.Text);
        var off = Fields("", term.Rule.ToString(), $"{term.Certainty}", term.Region, term.Note, isOn: false);

        await SaveAsync(key, off);
        var stored = await site.InStoreAsync(db => db.TermChanges.SingleAsync());
        var listed = await moderator.OpenAsync("/admin/comments/terms?show=Off");
        await SaveAsync(key, [.. off, ("Input.Back", "true")]);

        Assert.Equal((key, false, term.Certainty), (stored.Key, stored.IsOn, stored.Certainty));
        Assert.Equal(term.Text, listed.QuerySelector("tbody .table__name")!.Seen());
        Assert.Contains("منى المشرفة", listed.QuerySelector("tbody")!.Seen(), StringComparison.Ordinal);
        Assert.False(await site.InStoreAsync(db => db.TermChanges.AnyAsync()));
    }

    [Fact]
    public async Task The_link_that_switches_off_shows_the_effect_and_changes_nothing_by_itself()
    {
        await site.InStoreAsync(async db =>
        {
            db.Add(Change("قرنبيط", PostingRule.Profanity, 97));
            await db.SaveChangesAsync();
        });
        using var refused = await site.PostCommentAsync(story, "طبخنا قرنبيط اليوم");

        var page = await moderator.OpenAsync($"{Page}?key={Uri.EscapeDataString(TermChange.KeyOf("قرنبيط"))}&on=false");

        Assert.Contains("تعليق واحد كان يُمنع يُنشر", page.QuerySelector("#effect")!.Seen(), StringComparison.Ordinal);
        Assert.False(((IHtmlInputElement)page.QuerySelector("#Input_IsOn")!).IsChecked);
        Assert.True(await site.InStoreAsync(db => db.TermChanges.AllAsync(change => change.IsOn)));
    }

    [Theory]
    [InlineData("?q=قرنبيط", 1)]
    [InlineData("?q=قُرْنَبِيط", 1)]
    [InlineData("?q=قرنبيط&rule=Spam", 0)]
    [InlineData("?show=Ours&region=msa", 1)]
    [InlineData("?show=Ours&region=gulf", 0)]
    [InlineData("?show=Off", 0)]
    [InlineData("?q=لا%20يوجد%20هذا", 0)]
    public async Task Terms_are_found_however_they_are_spelled_and_by_rule_region_and_origin(string query, int found)
    {
        await site.InStoreAsync(async db =>
        {
            db.Add(Change("قرنبيط", PostingRule.Profanity, 97));
            await db.SaveChangesAsync();
        });

        var page = await moderator.OpenAsync($"/admin/comments/terms{query}");

        Assert.Equal(found, page.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task The_list_goes_on_page_by_page_to_its_end()
    {
        var count = RuleBook.PrintedTerms.Select(term => TermChange.KeyOf(term.Text)).Distinct().Count();
        var last = 1 + (count - 1) / 50;

        var (first, end, beyond) = (await moderator.OpenAsync("/admin/comments/terms"), await moderator.OpenAsync($"/admin/comments/terms?p={last}"), await moderator.OpenAsync("/admin/comments/terms?p=9999"));

        Assert.Equal((50, count - 50 * (last - 1)), (first.QuerySelectorAll("tbody tr").Length, end.QuerySelectorAll("tbody tr").Length));
        Assert.NotNull(first.QuerySelector("a[rel=next]"));
        Assert.Null(end.QuerySelector("a[rel=next]"));
        Assert.Equal(end.QuerySelectorAll("tbody tr").Length, beyond.QuerySelectorAll("tbody tr").Length);
    }

    [Theory]
    [InlineData("", "Profanity", "97")]
    [InlineData("،،،", "Profanity", "97")]
    [InlineData("قرنبيط", "Vegetables", "97")]
    [InlineData("قرنبيط", "Profanity", "100")]
    [InlineData("قرنبيط", "Profanity", "كثير")]
    public async Task What_is_no_term_is_sent_back(string text, string rule, string certainty)
    {
        using var answer = await moderator.PostAsync($"{Page}?handler=Try", Fields(text, rule, certainty));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await Reading.ParseAsync(answer)).QuerySelector("[aria-invalid=true]"));
    }

    [Fact]
    public async Task The_effect_costs_the_same_few_queries_however_many_comments_there_are()
    {
        await WriteCommentsAsync(60);

        await moderator.OpenAsync(Page);
        site.Queries.Clear();
        await TryAsync("", Cauliflower);

        Assert.InRange(site.Queries.Statements.Count, 1, 13);
    }

    private Task WriteCommentsAsync(int count) => site.InStoreAsync(async db =>
    {
        for (var n = 0; n < count; n++)
        {
            db.Add(Comment.Write(story, null, "قارئ", $"تعليق رقم {n}", new($"writer {n}", null, ""), $"once {n}", TestSite.Start));
        }
        await db.SaveChangesAsync();
    });

    private static (string, string)[] Fields(string text, string rule, string certainty, string region = "msa", string note = "", bool isOn = true) =>
    [
        ("Input.Text", text), ("Input.Rule", rule), ("Input.Certainty", certainty), ("Input.Region", region), ("Input.Note", note), .. isOn ? [("Input.IsOn", "true")] : Array.Empty<(string, string)>(),
    ];

    private async Task<IHtmlDocument> TryAsync(string key, (string, string)[] fields)
    {
        using var answer = await moderator.PostAsync($"{Page}?key={Uri.EscapeDataString(key)}&handler=Try", fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Reading.ParseAsync(answer);
    }

    private async Task SaveAsync(string key, (string, string)[] fields)
    {
        var seen = SeenOf(await TryAsync(key, fields));
        using var answer = await moderator.PostAsync($"{Page}?key={Uri.EscapeDataString(key)}&handler=Save", [.. fields, ("Input.Seen", seen)]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static string SeenOf(IHtmlDocument page) => page.QuerySelector("input[name='Input.Seen']")!.GetAttribute("value")!;
}
