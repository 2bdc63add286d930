using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Newsroom;
using NewsSite.Text.Editing;

namespace NewsSite.Web.Pages.Admin.Articles;

public sealed record FieldDiff(string Field, IReadOnlyList<DiffRun> Runs);

/// <summary>Every version of a story, and what has changed between two of them, by whole words.</summary>
public sealed class RevisionsModel(PageFrame frame, Words words, NewsDb db, StoryDesk desk) : DeskPage(frame, words)
{
    [FromRoute]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public int? FromNumber { get; set; }

    [BindProperty(SupportsGet = true, Name = "to")]
    public int? ToNumber { get; set; }

    public string Headline { get; private set; } = "";
    public IReadOnlyList<RevisionLine> Lines { get; private set; } = [];
    public Revision? Older { get; private set; }
    public Revision? Newer { get; private set; }
    public IReadOnlyList<FieldDiff> Fields { get; private set; } = [];
    public TextDiff? Body { get; private set; }
    public bool MayRestore { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await RevisionList.OfAsync(db, Id, Member, cancel) is not { } lines)
        {
            return NotFound();
        }
        Lines = lines;
        Headline = await db.Articles.Where(a => a.Id == Id).Select(a => a.Headline).FirstAsync(cancel);
        MayRestore = await db.Articles.EditedBy(Member).AnyAsync(a => a.Id == Id, cancel);
        var newest = ToNumber ?? Lines.FirstOrDefault(line => line.Kind != RevisionKind.SetAside)?.Number ?? 0;
        Newer = await RevisionList.FindAsync(db, Id, newest, cancel);
        Older = await RevisionList.FindAsync(db, Id, FromNumber ?? Lines.Where(line => line.Number < newest && line.Kind != RevisionKind.SetAside).Select(line => line.Number).FirstOrDefault(), cancel);
        if (Newer is not null && Older is not null)
        {
            await CompareAsync(Older.Manuscript, Newer.Manuscript, cancel);
        }
        return Page();
    }

    /// <param name="field">null: the whole text; else that field alone, into the newest version.</param>
    public async Task<IActionResult> OnPostRestoreAsync(int number, string? field, CancellationToken cancel)
    {
        if (await RevisionList.FindAsync(db, Id, number, cancel) is not { } old || await desk.OpenAsync(Id, Member, cancel) is not { } open)
        {
            return NotFound();
        }
        var text = field is null ? old.Manuscript : open.Manuscript.WithFieldOf(old.Manuscript, field);
        await desk.SaveAsync(Id, open.Revision, text, Member, RevisionKind.Restored, cancel);
        Say(Words.With("Revisions.Restored", Words.Number(number)));
        return Redirect($"/admin/articles/{Id.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
    }

    private async Task CompareAsync(Manuscript before, Manuscript after, CancellationToken cancel)
    {
        var (was, becomes) = (await LinesOfAsync(before, cancel), await LinesOfAsync(after, cancel));
        Fields = [.. was.Zip(becomes).Where(pair => pair.First.Value != pair.Second.Value)
            .Select(pair => new FieldDiff(pair.First.Key, [.. WordDiff.Between(pair.First.Value, pair.Second.Value).Blocks.SelectMany(RunsOf)]))];
        Body = WordDiff.Between(before.Markdown, after.Markdown);
    }

    // What is chosen, not written, in words.
    private async Task<IReadOnlyList<KeyValuePair<string, string>>> LinesOfAsync(Manuscript text, CancellationToken cancel)
    {
        var (ids, comma) = (text.Bylines.Select(by => by.AuthorId).ToList(), Words["Comma"] + " ");
        var names = await db.Authors.Where(author => ids.Contains(author.Id)).ToDictionaryAsync(author => author.Id, author => author.Name, cancel);
        return
        [
            new(nameof(Manuscript.Headline), text.Headline),
            new(nameof(Manuscript.Standfirst), text.Standfirst),
            new(nameof(Manuscript.SectionId), Frame.Outline.Sections.FirstOrDefault(one => one.Id == text.SectionId)?.Name ?? ""),
            new(nameof(Manuscript.Tags), string.Join(comma, text.Tags)),
            new(nameof(Manuscript.Bylines), string.Join(comma, text.Bylines.Select(by => $"{names.GetValueOrDefault(by.AuthorId)} ({Words[$"Byline.{by.Role}"]})"))),
            new(nameof(Manuscript.Labels), string.Join(comma, text.Labels.Select(label => Words.Label(label.Kind)))),
            new(nameof(Manuscript.PictureId), string.Join(comma, new[] { text.PictureText, text.PictureCaption, text.PictureCredit, text.PictureId is { } id ? Words.Number(id) : "" }.Where(part => part.Length > 0))),
        ];
    }

    private static IReadOnlyList<DiffRun> RunsOf(DiffBlock block) => block switch
    {
        DiffBlock.Changed changed => changed.Runs,
        DiffBlock.PunctuationOnly minor => minor.Runs,
        DiffBlock.Unchanged same => [.. same.Paragraphs.Select(text => new DiffRun(DiffKind.Same, text))],
        _ => [],
    };
}
