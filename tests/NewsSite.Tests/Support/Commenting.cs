using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;

namespace NewsSite.Tests.Support;

/// <summary>What readers and moderators do with comments.</summary>
public static class Commenting
{
    /// <summary>A story that is out, in a section of its own.</summary>
    public static Task<int> OpenStoryAsync(this TestSite site, string headline = "عنوان للاختبار") => site.SavedAsync(Make.Story(Make.Section($"s{Guid.NewGuid():N}"[..9]), headline));

    /// <summary>From now on every comment waits, whatever it says.</summary>
    public static Task HoldAllAsync(this TestSite site) => site.LevelAsync(CommentLevel.AllHeld);

    public static Task LevelAsync(this TestSite site, CommentLevel level) => site.InStoreAsync(async db =>
    {
        var policy = new CommentPolicy(CommentPolicy.Site);
        policy.Set(new(level), new StaffMember(0, "", Role.Editor, false), TestSite.Start);
        db.Add(policy);
        await db.SaveChangesAsync();
    });

    public static async Task<CommentOutcome> SubmitAsync(this TestSite site, int story, string body, string email = "salim@example.org", string name = "سليم", int? parent = null, string? from = null)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CommentSubmission>()
            .SubmitAsync(new(story, name, email, body, parent) { From = from is null ? null : IPAddress.Parse(from) }, CancellationToken.None);
    }

    /// <summary>Sends a comment that must be stored, and gives back its number.</summary>
    public static async Task<int> CommentAsync(this TestSite site, int story, string body = "تعليق للاختبار", string email = "salim@example.org", string name = "سليم", int? parent = null, string? from = null) =>
        await site.SubmitAsync(story, body, email, name, parent, from) switch
        {
            CommentOutcome.Posted posted => posted.Id,
            CommentOutcome.Held held => held.Id,
            CommentOutcome.Refused refused => refused.Id,
            var other => throw new InvalidOperationException($"Not stored: {other}"),
        };

    public static async Task<FlagOutcome> FlagAsync(this TestSite site, int comment, PostingRule rule, string from, string email = "")
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Flagging>().FlagAsync(new(comment, rule, "", email) { From = IPAddress.Parse(from) }, CancellationToken.None);
    }

    public static async Task<AppealStanding> AppealAsync(this TestSite site, int comment, string sentence = "لا أرى فيه مخالفة.")
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Appealing>().AppealAsync(comment, sentence, CancellationToken.None);
    }

    public static Task SweepAsync(this TestSite site) => site.Services.GetRequiredService<CommentSweep>().RunAsync(CancellationToken.None);

    public static Task<Comment> FoundCommentAsync(this TestSite site, int id) => site.InStoreAsync(db => db.Comments.AsNoTracking().SingleAsync(c => c.Id == id));

    public static Task<List<ModerationEntry>> HistoryAsync(this TestSite site, int id) => site.InStoreAsync(db => db.Moderation.AsNoTracking().Where(e => e.CommentId == id).OrderBy(e => e.Id).ToListAsync());

    /// <summary>The line of the log that a form shown now would hold.</summary>
    public static async Task<long> SeenAsync(this TestSite site, int id) => (await site.HistoryAsync(id)).Last(e => ModerationEntry.Deciding.Contains(e.Act)).Id;

    /// <summary>For what words letters as the page does that somebody is at.</summary>
    public static AsyncServiceScope PageScope(this TestSite site)
    {
        var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext();
        return scope;
    }

    /// <summary>Presses a button of the queue.</summary>
    public static Task<HttpResponseMessage> DecideAsync(this SignedIn moderator, string handler, int comment, long seen, params (string Name, string Value)[] fields) => moderator.PostAsync(
        $"/admin/comments?handler={handler}",
        [("Input.Comment", comment.ToString(CultureInfo.InvariantCulture)), ("Input.Seen", seen.ToString(CultureInfo.InvariantCulture)), .. fields.Select(one => ($"Input.{one.Name}", one.Value))]);
}
