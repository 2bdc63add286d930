using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Articles;
using NewsSite.Caching;
using NewsSite.Comments;
using NewsSite.Corrections;
using NewsSite.Data;
using NewsSite.Web.Caching;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Pages.Articles;

public sealed partial class ArticleModel(NewsDb db, PageFrame frame, PageNotes notes, CommentsReading reading) : ReaderPage(frame, notes)
{
    public ArticlePage Story { get; private set; } = null!;
    public string Canonical { get; private set; } = "";
    public IReadOnlyList<CorrectionView> Corrections { get; private set; } = [];
    public CommentsView Comments { get; private set; } = null!;
    public IEnumerable<Label> Labels => Story.Labels.Where(label => label.HoldsAt(Frame.Now));

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (NumberAtEnd(slug) is not { } number || await ArticlePage.FindAsync(db, number, cancel) is not { } story)
        {
            return NotFound();
        }
        if (story.Status == ArticleStatus.Withdrawn)
        {
            Errors.ErrorModel.Explain(HttpContext, story.WithdrawnReason);
            return StatusCode(StatusCodes.Status410Gone);
        }
        if (!story.IsLiveAt(Frame.Now))
        {
            return NotFound();
        }
        Canonical = Address.Of(story);
        return RedirectUnlessAt(Canonical) ?? await ShowAsync(story, cancel);
    }

    private async Task<IActionResult> ShowAsync(ArticlePage story, CancellationToken cancel)
    {
        Story = await story.WithEverythingAsync(db, Frame.Now, cancel);
        Corrections = await db.CorrectionsOfAsync(story.Id, cancel);
        if (Story.Translations.Count > 0)
        {
            Frame.Alternates = Story.Translations.ToDictionary(one => one.Language, one => one.Address).Append(new(story.Language, Canonical)).ToDictionary();
        }
        Notes.DependsOn(PageTags.Article(story.Id), PageTags.Section(story.SectionId));
        // A translation may come, change its address or go.
        Notes.DependsOn(Frame.Outline.Editions.Select(PageTags.Edition));
        foreach (var label in Labels)
        {
            Notes.ChangeBy(label.EndsAt);
        }
        var standing = await CommentStanding.OfAsync(db, story.Id, story.SectionId, story.TakesComments, story.PublishedAt!.Value, cancel);
        Comments = await reading.ReadAsync(story.Id, standing, ThreadOrder.Oldest, null, cancel);
        return Page();
    }

    // The number decides; the words before it are for people.
    private static int? NumberAtEnd(string slug) =>
        LastNumber().Match(slug) is { Success: true } match && int.TryParse(match.Groups[1].ValueSpan, out var number) && number > 0 ? number : null;

    [GeneratedRegex(@"(?:^|-)([0-9]{1,10})$")]
    private static partial Regex LastNumber();
}
