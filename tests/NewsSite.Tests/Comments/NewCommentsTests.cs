using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using NewsSite.Comments;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

/// <summary>What open pages ask for.</summary>
public sealed class NewCommentsTests
{
    [Fact]
    public async Task The_small_answer_is_made_once_and_anew_when_somebody_has_posted()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        var first = await site.CommentAsync(story);
        var (before, tag) = await AskAsync(site, story);
        site.Queries.Clear();

        using var unchanged = await site.GetAsync($"/comments/count?article={story}", ("If-None-Match", tag));

        Assert.Equal($$"""{"count":1,"latest":[{{first}}]}""", before);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Empty(site.Queries.Statements);
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        var second = await site.CommentAsync(story, "تعليق آخر");
        Assert.Equal($$"""{"count":2,"latest":[{{second}},{{first}}]}""", (await AskAsync(site, story)).Json);
    }

    [Fact]
    public async Task What_waits_is_not_counted_and_a_story_that_is_not_out_is_not_there()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        var draft = await site.SavedAsync(Make.Unpublished(Make.Section("draft")));
        await site.HoldAllAsync();
        await site.CommentAsync(story);

        Assert.Equal("""{"count":0,"latest":[]}""", (await AskAsync(site, story)).Json);
        foreach (var wrong in new[] { $"?article={draft}", "?article=99", "?article=x", "" })
        {
            using var answer = await site.GetAsync($"/comments/count{wrong}");
            Assert.Equal((wrong, HttpStatusCode.NotFound), (wrong, answer.StatusCode));
        }
    }

    [Fact]
    public async Task A_page_says_what_it_shows_and_in_which_words_to_tell_of_more()
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;
        await site.CommentAsync(story);
        var last = await site.CommentAsync(story, "تعليق آخر");

        var bar = (await site.OpenAsync(address)).QuerySelector("[data-fresh]")!;

        Assert.Equal(("status", "2", $"{last}", "/comments/"), (bar.GetAttribute("role"), bar.GetAttribute("data-count"), bar.GetAttribute("data-last"), bar.GetAttribute("data-to")));
        Assert.Equal(("تعليقان جديدان", "{n} تعليقات جديدة"), (JsonDocument.Parse(bar.GetAttribute("data-words")!).RootElement.GetProperty("two").GetString(), JsonDocument.Parse(bar.GetAttribute("data-words")!).RootElement.GetProperty("few").GetString()));
        await site.LevelAsync(CommentLevel.Closed);
        Assert.Null((await site.OpenAsync(address)).QuerySelector("[data-fresh]"));
    }

    private static async Task<(string Json, string Tag)> AskAsync(TestSite site, int story)
    {
        using var answer = await site.GetAsync($"/comments/count?article={story}");
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        return (await answer.Content.ReadAsStringAsync(), answer.Headers.ETag!.ToString());
    }
}
