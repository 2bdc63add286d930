using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Comments.Following;
using NewsSite.Data;
using NewsSite.Mail;
using NewsSite.Web.Comments;

namespace NewsSite.Tests.Support;

/// <summary>What readers do who want letters, and what the site's own rounds do for them.</summary>
public static class Followers
{
    /// <summary>Long enough for comments and decisions to settle.</summary>
    public static readonly TimeSpan Soon = FollowerLetters.Settling + TimeSpan.FromMinutes(1);

    /// <summary>One round of writing, as one more process would do it that has just started.</summary>
    public static async Task WriteLettersAsync(this TestSite site, TimeSpan after = default)
    {
        site.Clock.Advance(after);
        var wording = await site.Services.GetRequiredService<CommentWordings>().NowAsync(CancellationToken.None);
        var followers = ActivatorUtilities.CreateInstance<FollowerLetters>(site.Services);
        await followers.AskAsync(wording, CancellationToken.None);
        await followers.TellAsync(wording, CancellationToken.None);
        await ActivatorUtilities.CreateInstance<DecisionLetters>(site.Services).TellAsync(wording, CancellationToken.None);
        await ActivatorUtilities.CreateInstance<WaitingDigest>(site.Services).TellAsync(wording, CancellationToken.None);
    }

    /// <summary>The letters that wait, whole, the oldest first.</summary>
    public static Task<IReadOnlyList<Letter>> WholeLettersAsync(this TestSite site) => site.InStoreAsync<IReadOnlyList<Letter>>(async db =>
    {
        var seal = new Seal(site.Services.GetRequiredService<SiteKey>(), "outgoing letters");
        var rows = await db.OutgoingLetters.OrderBy(letter => letter.Id).Select(letter => letter.Content).ToListAsync();
        return [.. rows.Select(row => JsonSerializer.Deserialize<Letter>(seal.Open(row))!)];
    });

    public static async Task<IReadOnlyList<Letter>> LettersToAsync(this TestSite site, string address) => [.. (await site.WholeLettersAsync()).Where(letter => letter.To == address)];

    public static Task EmptyOutboxAsync(this TestSite site) => site.InStoreAsync(db => db.OutgoingLetters.ExecuteDeleteAsync());

    /// <summary>Asks, opens the letter, presses its button; the outbox is empty then.</summary>
    public static async Task FollowAsync(this TestSite site, int story, string email)
    {
        await new Commenter(site).AskToFollowAsync(story, email);
        await site.WriteLettersAsync();
        await site.ConfirmAsync((await site.WholeLettersAsync()).Last(letter => letter.To == email));
        await site.EmptyOutboxAsync();
    }

    public static async Task AskToFollowAsync(this Commenter reader, int story, string email)
    {
        using var asked = await reader.PostAsync($"/comments/follow?article={story}", ("Input.Email", email));
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
    }

    public static async Task ConfirmAsync(this TestSite site, Letter asking)
    {
        using var confirmed = await new Commenter(site).PostAsync(new Uri(asking.Button!.Address).PathAndQuery);
        Assert.Contains("notice--good", await confirmed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Where a mail program sends its one click.</summary>
    public static string StopAddress(this Letter letter) => new Uri(letter.Headers["List-Unsubscribe"].Trim('<', '>')).PathAndQuery;

    /// <summary>As a mail program or a webmail presses the button: from another site, with no cookie.</summary>
    public static async Task<HttpResponseMessage> OneClickAsync(this TestSite site, string path, string from = "cross-site")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]) };
        request.Headers.TryAddWithoutValidation("Origin", "https://mail.example");
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", from);
        return await site.Client.SendAsync(request);
    }
}
