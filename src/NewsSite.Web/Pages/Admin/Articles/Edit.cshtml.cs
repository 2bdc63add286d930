using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Corrections;
using NewsSite.Data;
using NewsSite.Log;
using NewsSite.Media;
using NewsSite.Newsroom;
using NewsSite.Text;
using NewsSite.Text.Editing;

namespace NewsSite.Web.Pages.Admin.Articles;

/// <summary>Where a story is written. Every button sends the whole form; nothing that was typed depends on script to be kept.</summary>
[RequestSizeLimit(MaxForm)]
[RequestFormLimits(ValueLengthLimit = MaxForm, MultipartBodyLengthLimit = MaxForm)]
public sealed class EditModel(PageFrame frame, Words words, NewsDb db, StoryDesk desk, StoryWay way, PictureIntake intake, StoryLetters letters, SiteKey siteKey) : DeskPage(frame, words)
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
    public string AddressOf(PreviewLink link) => Frame.Absolute(Address.Preview(Language, link.Token(siteKey)));
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

    /// <summary>Stories that readers can find, by words of their headlines: for links between them.</summary>
    public async Task<IActionResult> OnGetFindAsync(string? q, CancellationToken cancel)
    {
        var found = db.Articles.Live(Frame.Now);
        foreach (var word in ArabicText.Fold(q ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            found = found.Where(a => a.Key.Contains(word));
        }
        var cards = await found.NewestFirst().Take(MostFound).AsCards().ToListAsync(cancel);
        return new JsonResult(cards.Select(card => new { headline = card.Headline, address = Uri.UnescapeDataString(Address.Of(card)) }));
    }

    public async Task<IActionResult> OnGetTagsAsync(string? q, int? section, CancellationToken cancel)
    {
        var language = Frame.Outline.Sections.FirstOrDefault(one => one.Id == section)?.Language ?? Frame.Language;
        var key = ArabicText.Fold(Slug.Of(q ?? ""));
        return new JsonResult(key.Length == 0 ? [] : await db.Tags.Where(tag => tag.Language == language && tag.Key.Contains(key)).OrderBy(tag => tag.Name).Take(MostFound).Select(tag => tag.Name).ToListAsync(cancel));
    }

    /// <summary>Asked now and then by the open page: who else has the story open, and whether somebody has saved since.</summary>
    public async Task<IActionResult> OnGetPresenceAsync(int basedOn, CancellationToken cancel)
    {
        if (Id is not { } id || !await db.Articles.EditedBy(Member).AnyAsync(a => a.Id == id, cancel))
        {
            return NotFound();
        }
        var others = await StoryPresence.NoteAsync(db, id, Member, Frame.Now, cancel);
        var newer = await db.Revisions.Where(r => r.ArticleId == id && r.Number > basedOn && r.Kind != RevisionKind.SetAside && r.ById != Member.Id).OrderByDescending(r => r.Number).Select(r => r.ByName).FirstOrDefaultAsync(cancel);
        return new JsonResult(new
        {
            text = newer is not null ? Words.With("Presence.Saved", newer) : others.Count > 0 ? Words.With("Presence.Here", string.Join(Words["Comma"] + " ", others)) : "",
        });
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

    public Task<IActionResult> OnPostHandInAsync(CancellationToken cancel) =>
        StepAsync((id, basedOn, mine) => way.HandInAsync(id, basedOn, mine, Member, cancel), "Story.HandIn.Done", cancel);

    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancel) =>
        StepAsync((id, basedOn, mine) => way.ApproveAsync(id, basedOn, mine, Member, cancel), "Story.Approve.Done", cancel);

    public Task<IActionResult> OnPostReturnAsync(CancellationToken cancel)
    {
        Require(Input.Reason, nameof(Input.Reason), LogEntry.MaxDetail);
        return StepAsync((id, basedOn, mine) => way.ReturnAsync(id, basedOn, mine, Input.Reason, Member, letters.Returned(Input.Reason, Member), cancel), "Story.Return.Done", cancel);
    }

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel)
    {
        Require(Input.Reason, nameof(Input.Reason), Article.MaxReason);
        return StepAsync((id, _, _) => way.WithdrawAsync(id, Input.Reason, Member, letters.Withdrawn(Input.Reason, Member), cancel), "Story.Withdraw.Done", cancel);
    }

    public Task<IActionResult> OnPostPublishAsync(CancellationToken cancel)
    {
        var publication = new Publication
        {
            At = FromField(Input.PublishAt, nameof(Input.PublishAt)),
            EmbargoUntil = FromField(Input.EmbargoUntil, nameof(Input.EmbargoUntil)),
            Note = Enum.TryParse<CorrectionKind>(Input.Note, out var kind) ? (kind, Input.NoteText) : null,
        };
        if (publication.At < Frame.Now.AddMinutes(-1))
        {
            Refuse(nameof(Input.PublishAt), Words["Story.PublishAt.Past"]);
        }
        if (publication.Note is not null)
        {
            Require(Input.NoteText, nameof(Input.NoteText), Correction.MaxText);
        }
        return StepAsync((id, basedOn, mine) => way.PublishAsync(id, basedOn, mine, publication, Member, letters.Published(publication.Note?.Text ?? "", Member), cancel), "Story.Publish.Done", cancel);
    }

    /// <summary>What was pasted from elsewhere, as it would have been typed here.</summary>
    public IActionResult OnPostPaste(string? html) => Content(PastedText.ToMarkdown(html ?? ""), "text/plain; charset=utf-8");

    public async Task<IActionResult> OnPostShareAsync(CancellationToken cancel)
    {
        if (Id is not { } id || !await db.Articles.EditedBy(Member).AnyAsync(a => a.Id == id, cancel))
        {
            return NotFound();
        }
        db.Add(new PreviewLink(id, Member, Frame.Now));
        db.Add(new LogEntry(Member, "story.shared", Input.Headline, Frame.Now, id));
        return await KeepAndReturnAsync("Share.Done", cancel);
    }

    public async Task<IActionResult> OnPostUnshareAsync(int link, CancellationToken cancel)
    {
        if (Id is not { } id || !await db.Articles.EditedBy(Member).AnyAsync(a => a.Id == id, cancel)
            || await db.Set<PreviewLink>().FirstOrDefaultAsync(one => one.Id == link && one.ArticleId == id, cancel) is not { } found)
        {
            return NotFound();
        }
        found.Revoke(Frame.Now);
        return await KeepAndReturnAsync("Share.Revoked", cancel);
    }

    // The button stands in the story's form: what was typed is saved along.
    private async Task<IActionResult> KeepAndReturnAsync(string said, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        if (await UnderstandAsync(cancel) is not { } mine)
        {
            return await AskAgainAsync(cancel);
        }
        var answer = await AnswerAsync(await SaveAsync(mine, RevisionKind.Saved, cancel), cancel);
        if (answer is RedirectResult)
        {
            Say(Words[said]);
        }
        return answer;
    }

    public async Task<IActionResult> OnPostDuplicateAsync(CancellationToken cancel)
    {
        if (Id is not { } id || await desk.OpenAsync(id, Member, cancel) is not { } open)
        {
            return NotFound();
        }
        var copy = await desk.StartAsync(open.Manuscript with { TranslationOf = null, Labels = [] }, Member, RevisionKind.Saved, cancel);
        Say(Words["Story.Duplicate.Done"]);
        return Redirect($"/admin/articles/{((SaveOutcome.Saved)copy).Article.Id.ToString(CultureInfo.InvariantCulture)}");
    }

    private int FirstSection => Frame.Outline.SectionsOf(Frame.Language).Concat(Frame.Outline.Sections).FirstOrDefault()?.Id ?? 0;

    /// <returns>null: something cannot be read or is too long; a sentence stands at its field.</returns>
    private async Task<Manuscript?> UnderstandAsync(CancellationToken cancel)
    {
        await TakePictureAsync(cancel);
        Limit(Input.Headline, nameof(Input.Headline), Article.MaxHeadline);
        Limit(Input.Standfirst, nameof(Input.Standfirst), Article.MaxStandfirst);
        Limit(Input.Markdown, nameof(Input.Markdown), Article.MaxBody);
        Limit(Input.PictureText, nameof(Input.PictureText), Article.MaxCaption);
        Limit(Input.PictureCaption, nameof(Input.PictureCaption), Article.MaxCaption);
        Limit(Input.PictureCredit, nameof(Input.PictureCredit), Article.MaxCredit);
        if (Frame.Outline.Sections.Count == 0)
        {
            Refuse(nameof(Input.SectionId), Words["Section.NoneYet"]);
        }
        var mine = Input.ToManuscript(FromField(Input.BreakingUntil, nameof(Input.BreakingUntil)), FirstSection);
        if (mine.Tags.Any(tag => tag.Length > Tag.MaxName || Slug.Of(tag).Length == 0))
        {
            Refuse(nameof(Input.Tags), Words["Story.Tags.Wrong"]);
        }
        if (mine.Tags.Count > Manuscript.MaxTags)
        {
            Refuse(nameof(Input.Tags), Words.Count("Story.Tags.TooMany", Manuscript.MaxTags));
        }
        return ModelState.IsValid ? mine : null;
    }

    /// <summary>A picture sent along with the form becomes the story's; without script this is how one comes in.</summary>
    private async Task TakePictureAsync(CancellationToken cancel)
    {
        if (Input.Upload is not { Length: > 0 } file)
        {
            return;
        }
        await using var stream = file.OpenReadStream();
        switch (await intake.TakeAsync(stream, file.FileName, Member.Id, cancel))
        {
            case IntakeOutcome.Refused refused:
                Refuse(nameof(Input.Upload), Words.Fault(refused.Fault));
                break;
            case IntakeOutcome.Taken taken:
                Lead(taken.Picture);
                break;
            case IntakeOutcome.AlreadyThere there:
                Lead(there.Picture);
                break;
        }
    }

    // What was typed for it wins over what the library knows.
    private void Lead(Picture picture)
    {
        Input.PictureId = picture.Id.ToString(CultureInfo.InvariantCulture);
        Input.PictureText = Input.PictureText.Length > 0 ? Input.PictureText : picture.AlternativeText;
        Input.PictureCaption = Input.PictureCaption.Length > 0 ? Input.PictureCaption : picture.Caption;
        Input.PictureCredit = Input.PictureCredit.Length > 0 ? Input.PictureCredit : picture.Credit;
        ModelState.Remove("Input.PictureId");
        ModelState.Remove("Input.PictureText");
        ModelState.Remove("Input.PictureCaption");
        ModelState.Remove("Input.PictureCredit");
    }

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

    private async Task<IActionResult> StepAsync(Func<int, int, Manuscript, Task<WayOutcome>> step, string said, CancellationToken cancel)
    {
        if (await UnderstandAsync(cancel) is not { } mine)
        {
            return await AskAgainAsync(cancel);
        }
        if (Id is null)
        {
            var begun = (SaveOutcome.Saved)await desk.StartAsync(mine, Member, RevisionKind.Saved, cancel);
            (Id, BasedOn) = (begun.Article.Id, begun.Revision);
        }
        switch (await step(Id.Value, BasedOn, mine))
        {
            case WayOutcome.Done done:
                Say(done.Article.IsScheduledAt(done.At) ? Words.With("Story.Scheduled.Done", Words.DateAndTime(done.Article.PublishedAt!.Value)) : Words[said]);
                return Redirect(Here);
            case WayOutcome.Unfit unfit:
                BasedOn = unfit.Revision;
                Notices.AddRange(unfit.Faults.Select(fault => Words.Fault(fault)));
                return await AskAgainAsync(cancel);
            case WayOutcome.Conflict conflict:
                return await ShowConflictAsync(conflict.With, cancel);
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
