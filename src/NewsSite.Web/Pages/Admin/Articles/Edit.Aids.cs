using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Newsroom;
using NewsSite.Text;
using NewsSite.Text.Editing;

namespace NewsSite.Web.Pages.Admin.Articles;

/// <summary>What the open page asks while somebody writes: short answers, nothing kept but presence.</summary>
public sealed partial class EditModel
{
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

    /// <summary>What was pasted from elsewhere, as it would have been typed here.</summary>
    public IActionResult OnPostPaste(string? html) => Content(PastedText.ToMarkdown(html ?? ""), "text/plain; charset=utf-8");
}
