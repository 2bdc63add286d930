using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Text;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Pages.Admin.Comments;

public sealed class LevelsModel(PageFrame frame, Words words, NewsDb db, LevelDesk desk) : DeskPage(frame, words)
{
    public sealed class InputModel
    {
        /// <summary>Empty: as the wider place has it.</summary>
        public string Level { get; set; } = "";
        public string Days { get; set; } = "";

        /// <summary>What the form began with.</summary>
        public string WasLevel { get; set; } = "";
        public string WasDays { get; set; } = "";
    }

    [BindProperty(SupportsGet = true, Name = "story")]
    public string Typed { get; set; } = "";

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public LevelWish ForSite { get; private set; } = new(null, null);
    public IReadOnlyDictionary<string, LevelWish> BySection { get; private set; } = new Dictionary<string, LevelWish>();
    public StoryLevel? Story { get; private set; }

    /// <summary>The place whose form could not be read.</summary>
    public string? Wrong { get; private set; }

    public IEnumerable<string> Editions => Languages.All.Where(language => Frame.Outline.SectionsOf(language).Any());

    public IEnumerable<SectionLink> SectionsOf(string language) => Frame.Outline.SectionsOf(language).Where(one => one.ParentId is null)
        .SelectMany(one => Frame.Outline.SubsectionsOf(one).Prepend(one));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return ModelState.IsValid ? Page() : AskAgain();
    }

    public Task<IActionResult> OnPostSiteAsync(CancellationToken cancel) => SetAsync(CommentPolicy.Site, Words["Levels.Site"], cancel);

    public async Task<IActionResult> OnPostSectionAsync(int id, CancellationToken cancel) =>
        await db.Sections.Where(section => section.Id == id).Select(section => section.Name).FirstOrDefaultAsync(cancel) is { } name ? await SetAsync(CommentPolicy.Section(id), name, cancel) : NotFound();

    public async Task<IActionResult> OnPostStoryAsync(int id, CancellationToken cancel)
    {
        Typed = id.ToString(CultureInfo.InvariantCulture);
        return await db.Articles.Where(a => a.Id == id).Select(a => a.Headline).FirstOrDefaultAsync(cancel) is { } headline ? await SetAsync(CommentPolicy.Article(id), headline, cancel) : NotFound();
    }

    public LevelForm FormOf(string scope, string name, LevelWish stands) => new(scope, name, stands, Wrong == scope ? Input : null, Words);

    private async Task<IActionResult> SetAsync(string scope, string name, CancellationToken cancel)
    {
        if (Read(Input.Level, Input.Days) is { } wanted && Read(Input.WasLevel, Input.WasDays) is { } before)
        {
            Say(Words[await desk.SetAsync(scope, name, before, wanted, Member, cancel) ? "Desk.Saved" : "Settings.Unchanged"]);
            return RedirectToPage(Typed.Length > 0 ? new { story = Typed } : null);
        }
        Wrong = scope;
        await ReadAsync(cancel);
        return RefuseAll(Words.With("Levels.Days.Wrong", Words.Number(CommentPolicy.MostDays)));
    }

    private static LevelWish? Read(string level, string days)
    {
        var written = ArabicText.Fold(days).Trim();
        var number = 0;
        var isNumber = written.Length == 0 || (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= CommentPolicy.MostDays);
        var known = Enum.TryParse<CommentLevel>(level, out var wanted) && Enum.IsDefined(wanted);
        return isNumber && (known || level.Length == 0) ? new(known ? wanted : null, written.Length == 0 ? null : number) : null;
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var policies = await db.CommentPolicies.AsNoTracking().Where(policy => !policy.Scope.StartsWith("article:")).ToDictionaryAsync(policy => policy.Scope, LevelWish.Of, cancel);
        (ForSite, BySection) = (policies.GetValueOrDefault(CommentPolicy.Site, new(null, null)), policies);
        if (Typed.Trim().Length > 0)
        {
            Story = StoryNumber.In(Typed) is { } number ? await StoryLevel.FindAsync(db, number, Frame.Now, cancel) : null;
            if (Story is null)
            {
                ModelState.AddModelError(nameof(Typed), Words["Levels.NoStory"]);
            }
        }
    }
}
