using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Caching;
using NewsSite.Data;
using NewsSite.StandingPages;
using NewsSite.Text;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Standing;

/// <summary>About, contact, imprint: what the newsroom wrote. Privacy: what the site does, from its real settings, before what the newsroom adds.</summary>
public sealed class StandingModel(NewsDb db, PageFrame frame, PageNotes notes, Words words, PrivacyFacts facts) : ReaderPage(frame, notes)
{
    public string Name { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Html { get; private set; } = "";
    public DateTimeOffset? UpdatedAt { get; private set; }

    /// <summary>What is true of this site whatever anybody writes.</summary>
    public IReadOnlyList<string> Facts { get; private set; } = [];

    /// <summary>The same of comments, in a part of their own.</summary>
    public IReadOnlyList<string> CommentFacts { get; private set; } = [];

    public string Canonical => Address.Standing(Frame.Language, Name);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Name = Request.Path.Value!.TrimEnd('/').Split('/')[^1].ToLowerInvariant();
        var written = await db.StandingPages.AsNoTracking().FirstOrDefaultAsync(page => page.Language == Frame.Language && page.Name == Name, cancel);
        if (written is null && Name != "privacy")
        {
            return NotFound();
        }
        (Title, Html, UpdatedAt) = (written?.Title ?? words["Standing.privacy"], written?.Html ?? "", written?.UpdatedAt);
        (Facts, CommentFacts) = Name == "privacy" ? (facts.OfReading, facts.OfCommenting) : ([], []);
        Frame.Alternates = Frame.Outline.Editions.Where(language => Name == "privacy" || Frame.Outline.Standing.Contains((language, Name)))
            .ToDictionary(language => language, language => Address.Standing(language, Name));
        Notes.DependsOn(PageTags.Standing(Frame.Language, Name));
        return RedirectUnlessAt(Canonical) ?? Page();
    }
}
