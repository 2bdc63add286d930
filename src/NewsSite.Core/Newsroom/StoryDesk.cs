using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Newsroom;

/// <summary>Where stories are begun and saved. No save overwrites another: what two have written is merged, or both are kept.</summary>
public sealed class StoryDesk(NewsDb db, StoryTurns turns, TimeProvider clock)
{
    // Each try but the last lost against a save at the same moment; more than a few in a row is no accident.
    private const int Tries = 6;

    /// <summary>The newest text and its revision's number, for whoever may write at it; number 0 where the story did not come through the newsroom.</summary>
    public async Task<(Manuscript Manuscript, int Revision)?> OpenAsync(int id, StaffMember by, CancellationToken cancel) =>
        await FindAsync(id, by, cancel) is not { } article ? null
        : await HeadAsync(article, cancel) is { } head ? (head.Manuscript, head.Number)
        : (Manuscript.Of(article), 0);

    /// <summary>To read only: also what is out of a reporter's hands by now. null: not there for them.</summary>
    public async Task<Manuscript?> ReadAsync(int id, StaffMember by, CancellationToken cancel) =>
        await db.Articles.SeenBy(by).AnyAsync(a => a.Id == id, cancel) ? await NewestAsync(id, cancel) : null;

    /// <summary>The newest text, whoever asks: for those who hold a link to it.</summary>
    public async Task<Manuscript> NewestAsync(int id, CancellationToken cancel)
    {
        var article = await Whole(db.Articles).FirstAsync(a => a.Id == id, cancel);
        return (await HeadAsync(article, cancel))?.Manuscript ?? Manuscript.Of(article);
    }

    public async Task<SaveOutcome> StartAsync(Manuscript manuscript, StaffMember by, RevisionKind kind, CancellationToken cancel)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                var article = new Article(await manuscript.ResolveAsync(db, cancel), clock.Now, by.Id);
                await LinkAsync(article, manuscript, cancel);
                db.Add(article);
                db.Add(new Revision(article, 1, kind, manuscript, by, clock.Now));
                await db.SaveChangesAsync(cancel);
                return new SaveOutcome.Saved(article, 1, manuscript, Merged: false);
            }
            // Somebody made the same new tag at this moment.
            catch (DbUpdateException) when (left > 1)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <param name="basedOn">The revision that was on the screen when <paramref name="mine"/> was begun.</param>
    public async Task<SaveOutcome> SaveAsync(int id, int basedOn, Manuscript mine, StaffMember by, RevisionKind kind, CancellationToken cancel)
    {
        using var turn = await turns.EnterAsync(id, cancel);
        for (var left = Tries; ; left--)
        {
            try
            {
                var outcome = await WriteAsync(id, basedOn, mine, by, kind, cancel);
                await db.SaveChangesAsync(cancel);
                return outcome;
            }
            catch (DbUpdateException) when (left > 1)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>As <see cref="SaveAsync"/>, but left for the caller to save together with more.</summary>
    internal async Task<SaveOutcome> WriteAsync(int id, int basedOn, Manuscript mine, StaffMember by, RevisionKind kind, CancellationToken cancel)
    {
        if (await FindAsync(id, by, cancel) is not { } article)
        {
            return new SaveOutcome.NotThere();
        }
        var head = await HeadAsync(article, cancel);
        var merge = head is null || head.Number <= basedOn ? new ManuscriptMerge(mine, []) : await MergeAsync(article, basedOn, mine, head, cancel);
        var number = await NextNumberAsync(id, cancel);
        if (merge.Conflicts.Count > 0)
        {
            db.Add(new Revision(article, number, RevisionKind.SetAside, mine, by, clock.Now));
            return new SaveOutcome.Conflict(merge.Result, head!.Number, merge.Conflicts, head.ByName);
        }
        var merged = merge.Result;
        if (head is not null && head.Content == merged.Write() && kind != RevisionKind.Published)
        {
            return new SaveOutcome.Saved(article, head.Number, merged, Merged: head.Number > basedOn);
        }
        db.Add(new Revision(article, number, kind, merged, by, clock.Now));
        article.MarkEdited(clock.Now);
        // What readers see changes when it is published, not while it is being written.
        if (kind == RevisionKind.Published || (article.Status != ArticleStatus.Withdrawn && !article.IsLiveAt(clock.Now)))
        {
            article.Rewrite(await merged.ResolveAsync(db, cancel));
            await LinkAsync(article, merged, cancel);
        }
        return new SaveOutcome.Saved(article, number, merged, Merged: head?.Number > basedOn);
    }

    /// <summary>The story with all that its verbs need, if it is theirs to write at.</summary>
    internal Task<Article?> FindAsync(int id, StaffMember by, CancellationToken cancel) => Whole(db.Articles.EditedBy(by)).FirstOrDefaultAsync(a => a.Id == id, cancel);

    internal Task<List<Article>> FindAllAsync(IReadOnlyCollection<int> ids, StaffMember by, CancellationToken cancel) =>
        Whole(db.Articles.EditedBy(by)).Where(a => ids.Contains(a.Id)).ToListAsync(cancel);

    private static IQueryable<Article> Whole(IQueryable<Article> articles) => articles
        .Include(a => a.Section).Include(a => a.Picture)
        .Include(a => a.Tags).ThenInclude(tag => tag.Tag).Include(a => a.Bylines).ThenInclude(byline => byline.Author)
        .AsSplitQuery();

    /// <summary>The newest text; null for a story that did not come through the newsroom.</summary>
    private Task<Revision?> HeadAsync(Article article, CancellationToken cancel) => db.Revisions
        .Where(r => r.ArticleId == article.Id && r.Kind != RevisionKind.SetAside).OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancel);

    private async Task<int> NextNumberAsync(int id, CancellationToken cancel) =>
        (await db.Revisions.Where(r => r.ArticleId == id).MaxAsync(r => (int?)r.Number, cancel) ?? 0) + 1;

    private async Task<ManuscriptMerge> MergeAsync(Article article, int basedOn, Manuscript mine, Revision head, CancellationToken cancel)
    {
        var original = await db.Revisions.FirstOrDefaultAsync(r => r.ArticleId == article.Id && r.Number == basedOn, cancel);
        // A story from elsewhere that two opened before either had saved it.
        return ManuscriptMerge.Of(original?.Manuscript ?? Manuscript.Of(article), mine, head.Manuscript);
    }

    private async Task LinkAsync(Article article, Manuscript manuscript, CancellationToken cancel)
    {
        if (manuscript.TranslationOf is { } other && other != article.Id && await db.Articles.FirstOrDefaultAsync(a => a.Id == other, cancel) is { } original)
        {
            article.IsTranslationOf(original);
        }
    }
}
