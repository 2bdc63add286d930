using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

public sealed class TermTableTests : IAsyncLifetime
{
    private const string Page = "/admin/comments/terms/import", Heading = "Term,Rule,Certainty,Region,Note,On\n";

    private TestSite site = null!;
    private SignedIn moderator = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.EmptyAsync();
        moderator = await site.SignInAsync(Role.None, moderates: true);
    }

    public async ValueTask DisposeAsync()
    {
        moderator.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task The_table_that_goes_out_changes_nothing_when_it_comes_in()
    {
        await site.InStoreAsync(async db =>
        {
            var formula = new TermChange("قرنبيط");
            formula.Set(PostingRule.Spam, 20, "-gulf", "=1+1, \"قول\"", isOn: false, moderator.Member, TestSite.Start);
            db.Add(formula);
            await db.SaveChangesAsync();
        });
        using var file = await moderator.GetAsync("/admin/comments/terms.csv");
        var csv = await file.Content.ReadAsByteArrayAsync();

        using var answer = await moderator.UploadAsync($"{Page}?handler=Try", "Input.File", "terms.csv", csv);

        Assert.Contains("\"قرنبيط\",\"Spam\",\"20\",\"'-gulf\",\"'=1+1, \"\"قول\"\"\",\"false\"", Encoding.UTF8.GetString(csv), StringComparison.Ordinal);
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.Contains("لا جديد في الجدول. وكل الأسطر مقروءة.", await answer.SaidAsync(HttpStatusCode.OK), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_is_tried_first_and_then_taken_as_a_whole_without_its_faulty_lines()
    {
        const string Csv = Heading + "قرنبيط,Profanity,97,msa,,\nبقدونس,7,٦٠,,,نعم\nكرفس,Vegetables,60,,,\nفجل,Spam,0,,,\nقُرنبيط,Spam,60,,,\nلفت,Spam,60,,,ربما\n،،,Spam,60,,,\n\n";
        using var tried = await moderator.PostAsync($"{Page}?handler=Try", ("Input.Csv", Csv));
        var page = await Reading.ParseAsync(tried);
        var unchanged = await site.InStoreAsync(db => db.TermChanges.AnyAsync());

        using var saved = await moderator.PostAsync($"{Page}?handler=Save", ("Input.Csv", Csv), ("Input.Seen", page.QuerySelector("input[name='Input.Seen']")!.GetAttribute("value")!));

        Assert.Contains("مصطلحان يتغيّران. و5 أسطر لا تُقرأ وتُترك.", page.QuerySelector("#effect")!.Seen(), StringComparison.Ordinal);
        Assert.Equal(["السطر 4", "السطر 5", "السطر 6", "السطر 7", "السطر 8"], page.QuerySelectorAll(".notice--held li").Select(li => string.Join(' ', li.Seen().Split(' ').Take(2)).TrimEnd(':')));
        Assert.False(unchanged);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal([("بقدونس", 60, PostingRule.Profanity), ("قرنبيط", 97, PostingRule.Profanity)],
            (await site.InStoreAsync(db => db.TermChanges.OrderBy(change => change.Key).ToListAsync())).Select(change => (change.Text, change.Certainty, change.Rule)));
        var line = await site.InStoreAsync(db => db.Log.AsNoTracking().SingleAsync());
        Assert.Equal(("comments.terms", "2"), (line.Act, line.Subject));
    }

    [Fact]
    public async Task A_table_other_than_the_one_that_was_tried_is_not_taken()
    {
        using var tried = await moderator.PostAsync($"{Page}?handler=Try", ("Input.Csv", Heading + "قرنبيط,Profanity,97,msa,,"));
        var seen = (await Reading.ParseAsync(tried)).QuerySelector("input[name='Input.Seen']")!.GetAttribute("value")!;

        using var saved = await moderator.PostAsync($"{Page}?handler=Save", ("Input.Csv", Heading + "قرنبيط,Profanity,98,msa,,"), ("Input.Seen", seen));

        Assert.Contains("فلم يُحفظ شيء", await saved.SaidAsync(), StringComparison.Ordinal);
        Assert.False(await site.InStoreAsync(db => db.TermChanges.AnyAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Word,Kind\nقرنبيط,People")]
    [InlineData("\"")]
    public async Task What_is_no_table_is_sent_back(string csv)
    {
        using var answer = await moderator.PostAsync($"{Page}?handler=Try", ("Input.Csv", csv));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory]
    [InlineData(1 << 20, "ليس هذا جدولًا")]
    [InlineData((1 << 20) + 1, "أكبر من ميغابايت واحد")]
    public async Task A_file_of_one_megabyte_is_the_largest(int bytes, string sentence)
    {
        using var answer = await moderator.UploadAsync($"{Page}?handler=Try", "Input.File", "terms.csv", Enumerable.Repeat((byte)'x', bytes).ToArray());

        Assert.Contains(sentence, await answer.SaidAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_programs_own_files_can_be_read_as_a_table()
    {
        var folder = Path.Combine(Repository.Root, "src", "NewsSite.Core", "Comments", "PostingRules");

        foreach (var file in Directory.GetFiles(folder, "terms-*.csv"))
        {
            using var csv = File.OpenText(file);

            Assert.Empty(TermTable.Read(csv)!.Faults);
        }
    }
}
