using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

/// <summary>
/// The program is killed outright while readers post. <c>NEWSSITE_KILLS=50</c> runs as many rounds; what was not acknowledged is sent again in
/// the next one, as an impatient reader would.
/// </summary>
public sealed class KilledInFlightTests
{
    private const int InFlight = 24, PerRound = 48;
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("NEWSSITE_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : 3;

    [Fact]
    public async Task What_was_acknowledged_is_there_once_after_every_kill()
    {
        await using var database = await TestSite.EmptyDatabaseAsync();
        var story = await StoryAsync(database);
        var acknowledged = new ConcurrentDictionary<string, int>();
        var unheard = new List<string>();
        var random = new Random(5);
        for (var round = 0; round < Rounds; round++)
        {
            var texts = new ConcurrentQueue<string>(unheard.Concat(Enumerable.Range(0, PerRound).Select(i => $"رأي الجولة {round} رقم {i}")));
            unheard = await RoundAsync(database.Settings, story, texts, acknowledged, killAfter: random.Next(4, PerRound - 8));
        }

        await using var site = await TestSite.OnAsync(database, null, [], ownsDatabase: false);
        var kept = await site.InStoreAsync(db => db.Comments.Select(c => new { c.Id, c.Body, c.RootId }).ToListAsync());
        Assert.True(acknowledged.Count >= 4 * Rounds, $"{acknowledged.Count} acknowledged");
        Assert.All(acknowledged, one => Assert.Equal(one.Key, kept.Single(comment => comment.Id == one.Value).Body));
        Assert.Equal(kept.Count, kept.Select(comment => comment.Body).Distinct().Count());
        Assert.All(kept, comment => Assert.Equal(comment.Id, comment.RootId));
        Assert.Equal(kept.Count, await site.InStoreAsync(db => db.CommentEmails.CountAsync()));
        Assert.Equal(kept.Count, await site.InStoreAsync(db => db.Moderation.CountAsync()));
        if (database.Settings.Provider == DatabaseProvider.Sqlite)
        {
            Assert.Equal(["ok"], await site.InStoreAsync(db => db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync()));
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{Rounds} kills, {acknowledged.Count} acknowledged, {kept.Count} kept");
    }

    private static async Task<List<string>> RoundAsync(DatabaseSettings settings, int story, ConcurrentQueue<string> texts, ConcurrentDictionary<string, int> acknowledged, int killAfter)
    {
        using var program = SiteProcess.Start(settings.DataFolder, $"--Database:Provider={settings.Provider}", $"--ConnectionStrings:News={settings.ConnectionString}", "--Comments:PerMinute=0", "--Demo=false");
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = await SiteProcess.AddressOfAsync(program) };
        var unheard = new ConcurrentBag<string>();
        var heard = 0;
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(async _ =>
        {
            while (texts.TryDequeue(out var text))
            {
                if (await PostAsync(client, story, text) is { } id)
                {
                    acknowledged[text] = id;
                    if (Interlocked.Increment(ref heard) == killAfter)
                    {
                        program.Kill();
                    }
                }
                else
                {
                    unheard.Add(text);
                }
            }
        }));
        await program.DieAsync();
        return [.. unheard];
    }

    private static async Task<int?> PostAsync(HttpClient client, int story, string text)
    {
        try
        {
            using var form = new FormUrlEncodedContent([new("Input.Name", "قارئ"), new("Input.Email", "reader@example.org"), new("Input.Body", text)]);
            using var answer = await client.PostAsync($"/comments/new?article={story}", form);
            return (int)answer.StatusCode == 303 ? Commenter.NumberIn(answer) : null;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return null;
        }
    }

    private static async Task<int> StoryAsync(TestDatabase database)
    {
        await using var site = await TestSite.OnAsync(database, null, [], ownsDatabase: false);
        // The program's own clock is the machine's: the story has long been published by it.
        return await site.SavedAsync(Make.Story(Make.Section()));
    }
}
