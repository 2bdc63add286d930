using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsSite.Articles;

namespace NewsSite.Tests.Support;

/// <summary>What a reader does: open an address, look at the page.</summary>
public static class Reading
{
    public static async Task<HttpResponseMessage> GetAsync(this TestSite site, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        return await site.Client.SendAsync(request);
    }

    /// <summary>The page at an address that must answer 200.</summary>
    public static async Task<IHtmlDocument> OpenAsync(this TestSite site, string path, params (string Name, string Value)[] headers)
    {
        using var response = await site.GetAsync(path, headers);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await ParseAsync(response);
    }

    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

    public static Task<string> AddressOfAsync(this TestSite site, int story) => site.InStoreAsync(async db =>
        Address.Of((await ArticlePage.FindAsync(db, story, CancellationToken.None))!));

    /// <summary>The seed story, which the demo makes first of all.</summary>
    public static Task<string> SeedAddressAsync(this TestSite site) => site.InStoreAsync(db =>
        Task.FromResult(Address.Of(db.Articles.Where(a => a.Headline.StartsWith("الأمين العام للناتو")).AsCards().Single())));

    /// <summary>As a reader sees it: spaces of every kind are one space.</summary>
    public static string Seen(this INode node) => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static IReadOnlyList<string> Headlines(this IParentNode page) =>
        [.. page.QuerySelectorAll(".card__headline, .lead__headline, .times a, .column__headline, .strip a").Select(one => one.Seen())];
}
