using Microsoft.AspNetCore.Html;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Settings;
using NewsSite.Text;
using NewsSite.Web.Caching;
using NewsSite.Web.Hosting;

namespace NewsSite.Web;

/// <summary>What surrounds every page: the edition, the site's outline, the breaking strip, and one «now» for all that is printed.</summary>
public sealed class PageFrame(NewsDb db, SiteOutlineKeeper outlines, PageNotes notes, SiteAddress address, TimeProvider clock, IHttpContextAccessor http)
{
    public string Language { get; } = "ar";
    public string Direction => Language == "ar" ? "rtl" : "ltr";
    public DateTimeOffset Now { get; } = clock.Now;
    public SiteOutline Outline { get; private set; } = SiteOutline.Empty;
    public SiteSettings Settings => Outline.Settings;
    public IReadOnlyList<SectionLink> Sections { get; private set; } = [];
    public ArticleCard? Breaking { get; private set; }

    /// <summary>A demo newspaper on a public address is not for search engines.</summary>
    public bool KeepFromSearchEngines => Outline.HasDemo && address.Configured is not null;

    public async Task LoadAsync(CancellationToken cancel)
    {
        Show(await outlines.GetAsync(cancel));
        var edition = await EditionNow.ReadAsync(db, Language, Now, cancel);
        Breaking = edition.Breaking;
        notes.DependsOn(SiteOutlineKeeper.Tags);
        notes.DependsOn(NewsSite.Caching.PageTags.Edition(Language));
        notes.ChangeBy(edition.BreakingEndsAt);
        notes.ChangeBy(edition.NextStoryAt);
        // Every page names a day: today's in the mast, the year in the foot.
        notes.ChangeBy(Midnight.After(Now, Settings.Zone));
    }

    /// <summary>For the page that says that the database is away.</summary>
    public void LoadWithoutDatabase() => Show(outlines.LastKnown);

    public string Absolute(string path) => address.BaseFor(http.HttpContext!.Request) + path;

    /// <summary>Text from the store as it is printed in a line: encoded, unbreakable where it must be, Latin words isolated.</summary>
    public IHtmlContent Line(string text) => Typeset.Line(text, Language);

    private void Show(SiteOutline outline)
    {
        Outline = outline;
        Sections = [.. outline.SectionsOf(Language)];
    }
}
