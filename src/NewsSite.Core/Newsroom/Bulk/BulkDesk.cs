using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Log;
using NewsSite.Mail;
using NewsSite.Text;

namespace NewsSite.Newsroom.Bulk;

/// <summary>One act on many stories: tried first, done in one transaction, undone for a day.</summary>
public sealed class BulkDesk(NewsDb db, StoryDesk desk, StoryTurns turns, Outbox outbox, TimeProvider clock)
{
    public const int Most = 100;

    // As for one story: each try but the last lost against a save at the same moment.
    private const int Tries = 6;

    /// <summary>What would become of each; nothing is changed.</summary>
    public async Task<IReadOnlyList<BulkLine>> TryAsync(BulkOrder order, IReadOnlyList<int> ids, StaffMember by, CancellationToken cancel)
    {
        var stories = by.MayPublish ? await TakeAsync(ids, order.TagName, by, cancel) : [];
        return Lines(order, ids, stories, await SectionAsync(order, cancel));
    }

    /// <summary>Does it to those that it fits.</summary>
    public Task<BulkOutcome> DoAsync(BulkOrder order, IReadOnlyList<int> ids, StaffMember by, StoryNotice tell, CancellationToken cancel) => TogetherAsync(ids, async () =>
    {
        var stories = by.MayPublish ? await TakeAsync(ids, order.TagName, by, cancel) : [];
        var section = await SectionAsync(order, cancel);
        var lines = Lines(order, ids, stories, section);
        var fit = lines.Where(line => line.Verdict == BulkVerdict.Fits).Select(line => stories[line.Story]).ToList();
        if (fit.Count == 0)
        {
            return new BulkOutcome(lines, null);
        }
        var act = new BulkAct(by, order.Kind, section?.Id, AboutOf(order, section), fit.Select(story => story.Before), clock.Now);
        foreach (var story in fit)
        {
            await ActAsync(order, story, section, by, tell, cancel);
        }
        var old = clock.Now - BulkAct.Lasts;
        await db.BulkActs.Where(one => one.At < old).ExecuteDeleteAsync(cancel);
        db.Add(act);
        await db.SaveChangesAsync(cancel);
        return new BulkOutcome(lines, act.Id);
    }, cancel);

    /// <summary>Each story as it was before in what the act changed, but for those that were changed in it since.</summary>
    /// <returns>null: no such act, not theirs, undone already, or too long ago.</returns>
    public async Task<BulkAct?> UndoAsync(int id, StaffMember by, StoryNotice tell, CancellationToken cancel) =>
        await FindAsync(id, by, cancel) is not { } found || !by.MayPublish ? null : await TogetherAsync([.. found.Stories.Select(one => one.Story)], async () =>
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(id, by, cancel) is not { } act)
            {
                return null;
            }
            var stories = await TakeAsync([.. act.Stories.Select(one => one.Story)], act.Kind is BulkKind.AddTag or BulkKind.RemoveTag ? act.About : null, by, cancel);
            var sections = await db.Sections.ToDictionaryAsync(section => section.Id, cancel);
            var changed = new HashSet<int>();
            foreach (var before in act.Stories)
            {
                if (stories.GetValueOrDefault(before.Story) is { } story && sections.GetValueOrDefault(before.Readers.SectionId) is { } section && act.IsStillSoOn(story))
                {
                    await UndoAsync(act, before, story, section, by, tell, cancel);
                }
                else
                {
                    changed.Add(before.Story);
                }
            }
            act.Undo(changed, clock.Now);
            await db.SaveChangesAsync(cancel);
            return act;
        }, cancel);

    private async Task<BulkAct?> FindAsync(int id, StaffMember by, CancellationToken cancel)
    {
        var me = by.Id;
        return await db.BulkActs.FirstOrDefaultAsync(act => act.Id == id && act.ById == me, cancel) is { } found && found.CanBeUndoneAt(clock.Now) ? found : null;
    }

    private Task<Dictionary<int, StoryInHand>> TakeAsync(IReadOnlyList<int> ids, string? tag, StaffMember by, CancellationToken cancel) =>
        StoriesInHand.TakeAsync(db, desk, ids, tag, by, clock.Now, cancel);

    private async Task<Section?> SectionAsync(BulkOrder order, CancellationToken cancel) =>
        order is BulkOrder.Move(var id) ? await db.Sections.FirstOrDefaultAsync(one => one.Id == id, cancel) : null;

    private static List<BulkLine> Lines(BulkOrder order, IReadOnlyList<int> ids, Dictionary<int, StoryInHand> stories, Section? section) => [.. ids.Distinct().Select(id =>
        stories.GetValueOrDefault(id) is { } story
            ? new BulkLine(id, story.Article.Headline, story.Article.Language, story.Article.Section.Name, story.Judge(order, section))
            : new BulkLine(id, "", "", "", BulkVerdict.NotThere))];

    // A tag as it was typed: each edition may call it otherwise.
    private static string AboutOf(BulkOrder order, Section? section) => order switch
    {
        BulkOrder.Move => section!.Name,
        BulkOrder.Withdraw withdraw => CleanText.Line(withdraw.Reason),
        _ => CleanText.Line(order.TagName!),
    };

    private async Task ActAsync(BulkOrder order, StoryInHand story, Section? section, StaffMember by, StoryNotice tell, CancellationToken cancel)
    {
        var (readers, writers, article) = (story.Readers, story.Writers, story.Article);
        switch (order)
        {
            case BulkOrder.Move:
                Log(by, "story.moved", article, $"{article.Section.Name} → {section!.Name}");
                story.File(readers with { SectionId = section.Id }, writers with { SectionId = section.Id }, section, by, db);
                break;
            case BulkOrder.AddTag:
                Log(by, "story.tagged", article, readers.TagName);
                story.File(readers with { TagPlace = readers.TagPlace ?? int.MaxValue }, writers with { TagPlace = writers.TagPlace ?? int.MaxValue }, article.Section, by, db);
                break;
            case BulkOrder.RemoveTag:
                Log(by, "story.untagged", article, readers.TagName);
                story.File(readers with { TagPlace = null }, writers with { TagPlace = null }, article.Section, by, db);
                break;
            case BulkOrder.Withdraw(var reason):
                article.Withdraw(reason, clock.Now);
                article.MarkEdited(clock.Now);
                Log(by, "story.withdrawn", article, reason);
                await TellAsync(article, by, tell, cancel);
                break;
        }
    }

    private async Task UndoAsync(BulkAct act, BulkBefore before, StoryInHand story, Section section, StaffMember by, StoryNotice tell, CancellationToken cancel)
    {
        var (readers, writers, article) = (story.Readers, story.Writers, story.Article);
        switch (act.Kind)
        {
            case BulkKind.Move:
                Log(by, "story.moved", article, $"{article.Section.Name} → {section.Name}");
                story.File(readers with { SectionId = before.Readers.SectionId }, writers with { SectionId = before.Writers.SectionId }, section, by, db);
                break;
            case BulkKind.AddTag or BulkKind.RemoveTag:
                Log(by, act.Kind == BulkKind.AddTag ? "story.untagged" : "story.tagged", article, readers.TagName);
                story.File(before.Readers with { SectionId = readers.SectionId }, before.Writers with { SectionId = writers.SectionId }, article.Section, by, db);
                break;
            case BulkKind.Withdraw:
                article.Publish(clock.Now);
                article.MarkEdited(clock.Now);
                Log(by, "story.published", article, "");
                await TellAsync(article, by, tell, cancel);
                break;
        }
    }

    private void Log(StaffMember by, string act, Article article, string detail) => db.Add(new LogEntry(by, act, article.Headline, clock.Now, article.Id, detail));

    private async Task TellAsync(Article article, StaffMember by, StoryNotice tell, CancellationToken cancel)
    {
        if (article.OwnerId is { } owner && owner != by.Id && await db.Users.FirstOrDefaultAsync(user => user.Id == owner && user.DisabledAt == null, cancel) is { } writer)
        {
            outbox.Add(db, tell(article, writer));
        }
    }

    private async Task<T> TogetherAsync<T>(IReadOnlyList<int> ids, Func<Task<T>> act, CancellationToken cancel)
    {
        using var turn = await turns.EnterAllAsync(ids, cancel);
        for (var left = Tries; ; left--)
        {
            try
            {
                return await db.AloneAsync(act, cancel);
            }
            // Another process wrote the same revision, or made the same tag, at this moment.
            catch (DbUpdateException fault) when (left > 1 && fault.IsDouble)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
