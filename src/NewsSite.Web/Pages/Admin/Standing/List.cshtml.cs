using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.StandingPages;

namespace NewsSite.Web.Pages.Admin.Standing;

/// <param name="Title">null: nobody has written it yet.</param>
public sealed record StandingRow(string Language, string Name, string? Title, DateTimeOffset? UpdatedAt)
{
    public string Edit => $"/admin/pages/{Language}/{Name}";

    /// <summary>Where readers find it. The privacy page is there even unwritten: it says what the site does.</summary>
    public string? Live => Title is not null || Name == "privacy" ? Address.Standing(Language, Name) : null;
}

public sealed class ListModel(PageFrame frame, Words words, NewsDb db) : DeskPage(frame, words)
{
    public IReadOnlyList<StandingRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var written = await db.StandingPages.Select(page => new StandingRow(page.Language, page.Name, page.Title, page.UpdatedAt)).ToListAsync(cancel);
        Rows = [.. Frame.Outline.Editions.SelectMany(language => StandingPage.Names.Select(name =>
            written.FirstOrDefault(page => page.Language == language && page.Name == name) ?? new(language, name, null, null)))];
    }
}
