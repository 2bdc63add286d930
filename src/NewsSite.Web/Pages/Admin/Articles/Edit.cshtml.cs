using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Media;
using NewsSite.Newsroom;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Admin.Articles;

/// <summary>Where a story is written. Every button sends the whole form; nothing that was typed depends on script to be kept.</summary>
[RequestSizeLimit(MaxForm)]
[RequestFormLimits(ValueLengthLimit = MaxForm, MultipartBodyLengthLimit = MaxForm)]
public sealed partial class EditModel(PageFrame frame, Words words, NewsDb db, StoryDesk desk, StoryWay way, PictureIntake intake) : DeskPage(frame, words)
{
    // A body may come back too long, but it comes back.
    private const int MaxForm = 32 << 20, MostFound = 8;

    [BindProperty]
    public EditInput Input { get; set; } = new();

    /// <summary>The revision that is on the screen; 0: none yet.</summary>
    [BindProperty]
    public int BasedOn { get; set; }

    /// <summary>null: not begun.</summary>
    [FromRoute]
    public int? Id { get; set; }

    public List<string> Notices { get; } = [];
    public StoryState State { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public DateTimeOffset? SavedAt { get; private set; }
    public bool HasUnpublished { get; private set; }

    /// <summary>The story's address while readers find it.</summary>
    public string? Live { get; private set; }

    public string? ReturnNote { get; private set; }
    public IReadOnlyList<PreviewLink> Shared { get; private set; } = [];
    public Picture? Picture { get; private set; }
    public string? UploadError => ModelState.TryGetValue("Input.Upload", out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
    public IEnumerable<SelectListItem> Authors { get; private set; } = [];

    public IEnumerable<SelectListItem> Sections => Frame.Outline.Sections.OrderByDescending(one => one.Language == Frame.Language)
        .Select(one => new SelectListItem(one.Language == Languages.Main ? one.Name : $"{one.Name} ({one.Language})", one.Id.ToString(CultureInfo.InvariantCulture)));

    public IEnumerable<SelectListItem> BylineRoles => Enum.GetNames<BylineRole>().Select(role => new SelectListItem(Words[$"Byline.{role}"], role));
    public string SlugPreview => $"{Slug.Of(Input.Headline)}{(Id is { } id ? $"-{id.ToString(CultureInfo.InvariantCulture)}" : "")}";
    public int WordCount => Input.Markdown.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));
    public int Minutes => ReadingTime.Minutes(WordCount, Frame.Language);
    public string CountForms => Words.Json(new
    {
        perMinute = ReadingTime.WordsAMinute(Frame.Language),
        wordForms = Words.FormsOf("WordCount"),
        minuteForms = Words.FormsOf("ReadingMinutes"),
        letterForms = Words.FormsOf("LetterCount"),
        lineForms = Words.FormsOf("LineCount"),
    });

    public string SavedState => SavedAt is { } at ? Words.With("Saving.At", Words.DateAndTime(at)) : Words["Saving.Never"];
    public string SavedWords => string.Join('|', Words["Saving.Saving"], Words["Saving.Auto"], Words["Saving.Offline"], Words["Saving.Changed"]);
    private string Language => Frame.Outline.Sections.FirstOrDefault(one => one.Id == Input.SectionId)?.Language ?? Frame.Language;
    public string PreviewAction => PreviewIn(Language);
    public string AddressOf(PreviewLink link, SiteKey key) => Frame.Absolute(Address.Preview(Language, link.Token(key)));
    private string PreviewIn(string language) => $"/admin/preview/{(language == Languages.Main ? "" : language + "/")}{(Id ?? 0).ToString(CultureInfo.InvariantCulture)}";
    private string Here => $"/admin/articles/{Id!.Value.ToString(CultureInfo.InvariantCulture)}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Id is null)
        {
            Input = EditInput.Of(new Manuscript { SectionId = FirstSection }, ForField);
            return await ShowAsync(cancel);
        }
        if (await desk.OpenAsync(Id.Value, Member, cancel) is not { } open)
        {
            // Theirs, but the desk has it now: they may read it.
            var language = await db.Articles.SeenBy(Member).Where(a => a.Id == Id).Select(a => a.Language).FirstOrDefaultAsync(cancel);
            return language is null ? NotFound() : Redirect(PreviewIn(language));
        }
        Input = EditInput.Of(open.Manuscript, ForField);
        BasedOn = open.Revision;
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancel) =>
        await UnderstandAsync(cancel) is { } mine ? await AnswerAsync(await SaveAsync(mine, RevisionKind.Saved, cancel), cancel) : await AskAgainAsync(cancel);

    /// <summary>For the script: the same form, a short answer.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(CancellationToken cancel)
    {
        if (await UnderstandAsync(cancel) is not { } mine)
        {
            return new JsonResult(new { state = "unfit", text = ModelState.SelectMany(entry => entry.Value!.Errors).First().ErrorMessage }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
        return await SaveAsync(mine, RevisionKind.Autosaved, cancel) switch
        {
            SaveOutcome.Saved saved => new JsonResult(new
            {
                state = "saved",
                id = saved.Article.Id,
                revision = saved.Revision,
                text = Words.With("Saving.Auto.At", Words.Time(Frame.Now)),
                // What somebody else has written meanwhile, merged into the text on the screen.
                merged = saved.Merged ? new { saved.Manuscript.Headline, saved.Manuscript.Standfirst, saved.Manuscript.Markdown } : null,
            }),
            SaveOutcome.Conflict conflict => new JsonResult(new { state = "conflict", text = Words.With("Saving.Conflict", conflict.ByName) }) { StatusCode = StatusCodes.Status409Conflict },
            _ => NotFound(),
        };
    }

    private int FirstSection => Frame.Outline.SectionsOf(Frame.Language).Concat(Frame.Outline.Sections).FirstOrDefault()?.Id ?? 0;

    private Task<SaveOutcome> SaveAsync(Manuscript mine, RevisionKind kind, CancellationToken cancel) =>
        Id is { } id ? desk.SaveAsync(id, BasedOn, mine, Member, kind, cancel) : desk.StartAsync(mine, Member, kind, cancel);

    private async Task<IActionResult> AnswerAsync(SaveOutcome outcome, CancellationToken cancel)
    {
        switch (outcome)
        {
            case SaveOutcome.Saved saved:
                Id = saved.Article.Id;
                Say(Words[saved.Merged ? "Saving.Merged" : "Saving.Done"]);
                return Redirect(Here);
            case SaveOutcome.Conflict conflict:
                return await ShowConflictAsync(conflict, cancel);
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> ShowConflictAsync(SaveOutcome.Conflict conflict, CancellationToken cancel)
    {
        var kept = Input;
        Input = EditInput.Of(conflict.Both, ForField);
        (Input.PublishAt, Input.EmbargoUntil, Input.Note, Input.NoteText, Input.Reason) = (kept.PublishAt, kept.EmbargoUntil, kept.Note, kept.NoteText, kept.Reason);
        BasedOn = conflict.Revision;
        ModelState.Clear();
        Notices.Add(Words.With("Saving.Conflict", conflict.ByName));
        foreach (var field in conflict.Fields)
        {
            Refuse(field, Words["Saving.Conflict.Field"]);
        }
        await ShowAsync(cancel);
        return AskAgain(StatusCodes.Status409Conflict);
    }

    private async Task<IActionResult> AskAgainAsync(CancellationToken cancel)
    {
        await ShowAsync(cancel);
        return AskAgain();
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Input.AddSpareByline();
        var names = await db.Authors.OrderBy(author => author.Name).Select(author => new { author.Id, author.Name }).ToListAsync(cancel);
        Authors = [new("—", ""), .. names.Select(author => new SelectListItem(author.Name, author.Id.ToString(CultureInfo.InvariantCulture)))];
        if (EditInput.Number(Input.PictureId) is { } pictureId && await db.Pictures.FirstOrDefaultAsync(one => one.Id == pictureId, cancel) is { } picture)
        {
            Picture = picture;
        }
        if (Id is { } id && await db.Articles.SeenBy(Member).Where(a => a.Id == id)
            .Select(a => new { a.Status, a.PublishedAt, a.EditedAt, a.LiveRevision, a.Slug, a.Language, Section = a.Section.Slug, a.EmbargoUntil }).FirstOrDefaultAsync(cancel) is { } story)
        {
            (State, PublishedAt, SavedAt) = (StoryStates.Of(story.Status, story.PublishedAt, Frame.Now), story.PublishedAt, story.EditedAt);
            Live = State == StoryState.Published ? Address.Article(story.Language, story.Section, story.Slug, id) : null;
            HasUnpublished = Live is not null && BasedOn > (story.LiveRevision ?? 0);
            Shared = await db.Set<PreviewLink>().AsNoTracking().Where(link => link.ArticleId == id && link.RevokedAt == null && link.ExpiresAt > Frame.Now).OrderBy(link => link.Id).ToListAsync(cancel);
            Input.PublishAt = Input.PublishAt.Length == 0 && State == StoryState.Scheduled ? ForField(PublishedAt) : Input.PublishAt;
            Input.EmbargoUntil = Input.EmbargoUntil.Length > 0 ? Input.EmbargoUntil : ForField(story.EmbargoUntil);
            ReturnNote = State == StoryState.Draft
                ? await db.Log.Where(entry => entry.Act == StoryWay.Returned && entry.SubjectId == id).OrderByDescending(entry => entry.Id).Select(entry => entry.Detail).FirstOrDefaultAsync(cancel)
                : null;
        }
        return Page();
    }
}
