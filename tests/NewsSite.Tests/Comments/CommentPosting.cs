using System.Net;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

/// <summary>What a reader does who leaves a comment.</summary>
internal static class CommentPosting
{
    public static Task<HttpResponseMessage> PostCommentAsync(this TestSite site, int article, string body, string name = "مروان", string email = "marwan@example.org") =>
        site.Client.PostAsync($"/comments/new?article={article}", new FormUrlEncodedContent(
            [new("Input.Name", name), new("Input.Email", email), new("Input.Body", body), new("Input.ParentId", "")]));

    /// <summary>Whether its page offers a form.</summary>
    public static async Task<bool> TakesCommentsAsync(this TestSite site, string address) => (await site.OpenAsync(address)).QuerySelector("#leave form textarea") is not null;

    public static async Task<string> SaidAsync(this HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.UnprocessableEntity)
    {
        Assert.Equal(expected, answer.StatusCode);
        return (await Reading.ParseAsync(answer)).QuerySelector("main")!.Seen();
    }
}
