using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace NewsSite.Web;

/// <summary>The newsroom's ready-made views of its stories.</summary>
public enum StoryView { All, Mine, Drafts, InReview, Ready, Scheduled, Published, Withdrawn }

/// <summary>Newest first, but for headlines.</summary>
public enum StorySort { Edited, Published, Headline }

/// <summary>What of the newsroom's stories the list shows, and in what order.</summary>
public sealed record StoryChoice(StoryView View, string Search, int? SectionId, int? AuthorId, StorySort Sort)
{
    /// <summary>As it stands in the list's address; one choice always gives one string.</summary>
    /// <param name="more">Choices made otherwise, and what an address may hold besides.</param>
    public string Query(params ReadOnlySpan<(string Name, string? Value)> more)
    {
        var choices = new Dictionary<string, string?>
        {
            ["view"] = View == default ? null : View.ToString(),
            ["q"] = Search,
            ["section"] = SectionId?.ToString(CultureInfo.InvariantCulture),
            ["author"] = AuthorId?.ToString(CultureInfo.InvariantCulture),
            ["sort"] = Sort == default ? null : Sort.ToString(),
        };
        foreach (var (name, value) in more)
        {
            choices[name] = value;
        }
        return QueryString.Create(choices.Where(one => !string.IsNullOrEmpty(one.Value))).ToString();
    }
}
