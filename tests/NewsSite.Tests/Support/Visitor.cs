using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Data;
using NewsSite.Mail;

namespace NewsSite.Tests.Support;

/// <summary>A browser that nobody is signed in with: it keeps its cookies, sends forms with their token, and follows no redirect.</summary>
public sealed class Visitor(TestSite site)
{
    public const string NewPassword = "سبعة زوارق في الضباب";

    // By the site's clock, not the machine's: .NET's own would find them long expired.
    private readonly Dictionary<string, string> cookies = [];

    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
        var token = (await Reading.ParseAsync(form)).QuerySelector("form input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Headers = { { "Sec-Fetch-Site", "same-origin" } },
            Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        });
    }

    public Task<HttpResponseMessage> SignInAsync(string email, string password) => PostAsync("/account/sign-in", ("Input.Email", email), ("Input.Password", password));

    public Task<HttpResponseMessage> SetPasswordAsync(string link, string password = NewPassword) => PostAsync(link.Contains("&spoken", StringComparison.Ordinal) ? link : $"{link}&spoken=", ("Input.Password", password));

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await site.Client.SendAsync(request);
        foreach (var pair in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(cookie => cookie.Split(';')[0].Split('=', 2)) : [])
        {
            cookies[pair[0]] = pair[1];
        }
        return answer;
    }
}

/// <summary>A letter as it waits in the outbox.</summary>
/// <param name="Address">What its button opens.</param>
public sealed record WaitingLetter(string To, string Language, string Subject, string Text, string Address)
{
    /// <summary>Its path and query.</summary>
    public string Link => new Uri(Address).PathAndQuery;
}

public static class WaitingLetterBox
{
    public static Task<IReadOnlyList<WaitingLetter>> LettersAsync(this TestSite site) => site.InStoreAsync<IReadOnlyList<WaitingLetter>>(async db =>
    {
        var seal = new Seal(site.Services.GetRequiredService<SiteKey>(), "outgoing letters");
        var rows = await db.OutgoingLetters.OrderBy(letter => letter.Id).Select(letter => letter.Content).ToListAsync();
        return [.. rows.Select(row => JsonSerializer.Deserialize<Letter>(seal.Open(row))!).Select(letter =>
            new WaitingLetter(letter.To, letter.Language, letter.Subject, string.Join('\n', letter.Paragraphs), letter.Button?.Address ?? letter.Parts[0].Link.Address))];
    });
}
