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
        public string Comments { get; set; } = "";
        public string Seconds { get; set; } = "";
        public string Note { get; set; } = "";

        /// <summary>What the form began with.</summary>
        public string WasLevel { get; set; } = "";
        public string WasDays { get; set; } = "";
        public string WasComments { get; set; } = "";
        public string WasSeconds { get; set; } = "";
        public string WasNote { get; set; } = "";
    }

    [BindProperty(SupportsGet = true, Name = "story")]
    public string Typed { get; set; } = "";

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public LevelWish ForSite { get; private set; } = new();
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

    public async Task<IActionResult> OnPostCalmAsync(int id, CancellationToken cancel)
    {
        if (await db.Articles.Where(a => a.Id == id).Select(a => a.Headline).FirstOrDefaultAsync(cancel) is not { } headline)
        {
            return NotFound();
        }
        Say(Words[await desk.CalmAsync(id, headline, Member, cancel) ? "Levels.Calmed" : "Settings.Unchanged"]);
        return RedirectToPage(new { story = id });
    }

    public LevelForm FormOf(string scope, string name, LevelWish stands) => new(scope, name, stands, Wrong == scope ? Input : null, Words) { Unread = Unread };

    /// <summary>Which of its numbers cannot be.</summary>
    private IReadOnlyList<string> Unread =>
        [.. new[] { (nameof(Input.Days), Input.Days, CommentPolicy.MostDays), (nameof(Input.Comments), Input.Comments, CommentPolicy.MostComments), (nameof(Input.Seconds), Input.Seconds, CommentPolicy.MostSeconds) }
            .Where(one => !Number(one.Item2, one.Item3, out var _)).Select(one => one.Item1)];

    private async Task<IActionResult> SetAsync(string scope, string name, CancellationToken cancel)
    {
        if (Read(Input.Level, Input.Days, Input.Comments, Input.Seconds, Input.Note) is { } wanted && Read(Input.WasLevel, Input.WasDays, Input.WasComments, Input.WasSeconds, Input.WasNote) is { } before)
        {
            Say(Words[await desk.SetAsync(scope, name, before, wanted, Member, cancel) ? "Desk.Saved" : "Settings.Unchanged"]);
            return RedirectToPage(Typed.Length > 0 ? new { story = Typed } : null);
        }
        Wrong = scope;
        await ReadAsync(cancel);
        return RefuseAll(Words.With("Levels.Wrong", Words.Number(CommentPolicy.MostDays))
            .Replace("{1}", Words.Number(CommentPolicy.MostComments), StringComparison.Ordinal).Replace("{2}", Words.Number(CommentPolicy.MostSeconds), StringComparison.Ordinal));
    }

    /// <returns>null where something of it cannot be read.</returns>
    private static LevelWish? Read(string level, string days, string comments, string seconds, string note)
    {
        var known = Enum.TryParse<CommentLevel>(level, out var wanted) && Enum.IsDefined(wanted);
        var said = CleanText.Line(note);
        return said.Length <= CommentPolicy.MaxNote && (known || level.Length == 0) && Number(days, CommentPolicy.MostDays, out var afterDays) && Number(comments, CommentPolicy.MostComments, out var afterComments)
            && Number(seconds, CommentPolicy.MostSeconds, out var slow) ? new(known ? wanted : null, afterDays, afterComments, slow, said) : null;
    }

    // Arabic digits are digits; nothing written is no number, and no fault.
    private static bool Number(string typed, int most, out int? number)
    {
        var written = ArabicText.Fold(typed).Trim();
        number = int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read <= most ? read : null;
        return number is not null || written.Length == 0;
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var policies = await db.CommentPolicies.AsNoTracking().Where(policy => !policy.Scope.StartsWith("article:") && !policy.Scope.StartsWith(CommentPolicy.HeatPrefix)).ToDictionaryAsync(policy => policy.Scope, LevelWish.Of, cancel);
        (ForSite, BySection) = (policies.GetValueOrDefault(CommentPolicy.Site, new()), policies);
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
