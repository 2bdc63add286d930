using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;

namespace NewsSite.Tests.Support;

/// <summary>What somebody does at a story's form.</summary>
public static partial class Desk
{
    /// <summary>A section to write in.</summary>
    public static Task<int> SectionAsync(this TestSite site, string slug = "politics", string name = "السياسة") => site.InStoreAsync(async db =>
    {
        var section = Make.Section(slug, name);
        db.Add(section);
        await db.SaveChangesAsync();
        return section.Id;
    });

    /// <summary>Presses a button of the story's form; the fields that a test does not care about are as the page would send them.</summary>
    /// <param name="story">null: a new one.</param>
    public static Task<HttpResponseMessage> PressAsync(this SignedIn somebody, string button, int? story, int basedOn, params (string Name, string Value)[] fields)
    {
        var path = story is { } id ? string.Create(CultureInfo.InvariantCulture, $"/admin/articles/{id}") : "/admin/articles/new";
        (string, string)[] usual = [("BasedOn", basedOn.ToString(CultureInfo.InvariantCulture)), ("Input.Headline", "عنوان"), ("Input.Standfirst", "مقدمة"), ("Input.Markdown", "نص"), ("Input.TakesComments", "true")];
        var typed = fields.Select(one => ($"Input.{one.Name}", one.Value)).ToList();
        return somebody.PostAsync($"{path}?handler={button}", [.. usual.ExceptBy(typed.Select(one => one.Item1), one => one.Item1), .. typed]);
    }

    /// <summary>Begins a story, and gives back its number.</summary>
    public static async Task<int> WriteAsync(this SignedIn somebody, params (string Name, string Value)[] fields)
    {
        using var answer = await somebody.PressAsync("Save", null, 0, fields);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return NumberIn(answer);
    }

    public static int NumberIn(HttpResponseMessage answer) => int.Parse(Last().Match(answer.Headers.Location!.ToString()).Value, CultureInfo.InvariantCulture);

    public static Task<Article> StoryAsync(this TestSite site, int number) => site.InStoreAsync(db => db.Articles.AsNoTracking().Include(a => a.Tags).ThenInclude(tag => tag.Tag).SingleAsync(a => a.Id == number));

    /// <summary>Where readers would find it.</summary>
    public static async Task<HttpStatusCode> ReaderFindsAsync(this TestSite site, int number)
    {
        using var answer = await site.GetAsync(await site.AddressOfAsync(number));
        return answer.StatusCode;
    }

    [GeneratedRegex("[0-9]+$")]
    private static partial Regex Last();
}
