using Microsoft.AspNetCore.Html;
using NewsSite.Articles;
using NewsSite.Caching;
using NewsSite.Settings;
using NewsSite.Text;
using NewsSite.Web.Caching;
using NewsSite.Web.Hosting;

namespace NewsSite.Web;

/// <summary>What surrounds every page: the edition, the site's outline, the breaking strip, and one «now» for all that is printed.</summary>
public sealed class PageFrame(SiteKeeper keeper, PageNotes notes, SiteAddress address, TimeProvider clock, IHttpContextAccessor http)
{
    public string Language { get; } = Editions.Of(http.HttpContext!);
    public string Direction => Languages.DirectionOf(Language);
    public DateTimeOffset Now { get; } = clock.Now;
    public SiteOutline Outline { get; private set; } = SiteOutline.Empty;
    public SiteSettings Settings { get; private set; } = new();

    /// <summary>Those of the navigation; sub-sections stand on their parent's page.</summary>
    public IReadOnlyList<SectionLink> Sections { get; private set; } = [];

    public ArticleCard? Breaking { get; private set; }

    /// <summary>This page in the editions that have it, by language; the page itself sets what it knows.</summary>
    public IReadOnlyDictionary<string, string> Alternates { get; set; } = new Dictionary<string, string>();

    /// <summary>A demo newspaper on a public address is not for search engines.</summary>
    public bool KeepFromSearchEngines => Outline.HasDemo && address.Configured is not null;

    public async Task LoadAsync(CancellationToken cancel)
    {
        Show(await keeper.OutlineAsync(cancel));
        var edition = await keeper.EditionAsync(Language, cancel);
        Breaking = edition.Breaking;
        notes.DependsOn(SiteKeeper.OutlineTags);
        notes.DependsOn(PageTags.Edition(Language));
        notes.ChangeBy(edition.ChangesAt);
        foreach (var slot in Enum.GetValues<AnnouncementSlot>())
        {
            notes.ChangeBy(Outline.Announcement(Language, slot)?.ChangesAt(Now));
        }
        // Every page names a day: today's in the mast, the year in the foot.
        notes.ChangeBy(Midnight.After(Now, Settings.Zone));
    }

    /// <summary>For the page that says that the database is away.</summary>
    public void LoadWithoutDatabase() => Show(keeper.LastKnownOutline);

    public string Absolute(string path) => address.BaseFor(http.HttpContext!.Request) + path;

    /// <summary>An address of this site without its host; any other as it is.</summary>
    public string PathHere(string written) =>
        Uri.TryCreate(written.Trim(), UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" && address.IsOurs(new HostString(absolute.Authority)) && IsHere(absolute)
            ? absolute.PathAndQuery + absolute.Fragment
            : written;

    /// <summary>Text from the store as it is printed in a line: encoded, unbreakable where it must be, Latin words isolated.</summary>
    public IHtmlContent Line(string text) => Typeset.Line(text, Language);

    /// <summary>What the house has to say in this place at this moment.</summary>
    public HouseAnnouncement? Announcement(AnnouncementSlot slot) => Outline.Announcement(Language, slot) is { } announcement && announcement.IsShown(Now) ? announcement : null;

    public bool Has(string standingPage) => Outline.Standing.Contains((Language, standingPage));

    /// <summary>Says that the page is there in every edition at the same name.</summary>
    public void IsInEveryEdition(Func<string, string> addressIn) => Alternates = Outline.Editions.ToDictionary(language => language, addressIn);

    // While no address is configured every name is ours: then the request's own counts.
    private bool IsHere(Uri absolute) => address.Configured is not null || string.Equals(absolute.Authority, http.HttpContext!.Request.Host.ToUriComponent(), StringComparison.OrdinalIgnoreCase);

    private void Show(SiteOutline outline)
    {
        Outline = outline;
        Settings = outline.SettingsOf(Language);
        Sections = [.. outline.SectionsOf(Language).Where(section => section.ParentId is null)];
    }
}
