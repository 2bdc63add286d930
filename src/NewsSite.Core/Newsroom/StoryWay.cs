using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Corrections;
using NewsSite.Data;
using NewsSite.Log;
using NewsSite.Mail;
using NewsSite.Text;

namespace NewsSite.Newsroom;

/// <summary>A letter to the one whose story it is, in words that the page finds.</summary>
public delegate Letter StoryNotice(Article story, User owner);

/// <summary>A story's way: handed in, read, returned or approved, published, withdrawn. Each step is one transaction, with its line in the log.</summary>
public sealed class StoryWay(NewsDb db, StoryDesk desk, StoryTurns turns, Outbox outbox, TimeProvider clock)
{
    /// <summary>As the log names it; its detail is the note to the writer.</summary>
    public const string Returned = "story.returned";

    private const int Tries = 6;

    public Task<WayOutcome> HandInAsync(int id, int basedOn, Manuscript mine, StaffMember by, CancellationToken cancel) =>
        StepAsync(id, basedOn, mine, by, RevisionKind.Saved, "story.handed-in", "", _ => true, article => article.HandIn(), null, cancel);

    public Task<WayOutcome> ApproveAsync(int id, int basedOn, Manuscript mine, StaffMember by, CancellationToken cancel) =>
        StepAsync(id, basedOn, mine, by, RevisionKind.Saved, "story.approved", "", member => member.MayPublish, article => article.Approve(), null, cancel);

    /// <param name="note">What the writer should change.</param>
    public Task<WayOutcome> ReturnAsync(int id, int basedOn, Manuscript mine, string note, StaffMember by, StoryNotice tell, CancellationToken cancel) =>
        StepAsync(id, basedOn, mine, by, RevisionKind.Saved, Returned, note, member => member.MayPublish, article => article.Return(), tell, cancel);

    /// <param name="reason">For readers who come to its page.</param>
    public Task<WayOutcome> WithdrawAsync(int id, string reason, StaffMember by, StoryNotice tell, CancellationToken cancel) =>
        StepAsync(id, 0, null, by, RevisionKind.Saved, "story.withdrawn", reason, member => member.MayPublish, article => article.Withdraw(reason, clock.Now), tell, cancel);

    public async Task<WayOutcome> PublishAsync(int id, int basedOn, Manuscript mine, Publication publication, StaffMember by, StoryNotice tell, CancellationToken cancel)
    {
        var faults = PublishFaults.Of(mine).ToList();
        if (faults.Count == 0)
        {
            return await StepAsync(id, basedOn, mine, by, RevisionKind.Published, "story.published", publication.Note?.Text ?? "", member => member.MayPublish,
                article => Publish(article, publication), tell, cancel);
        }
        // What was typed is kept all the same.
        return await desk.SaveAsync(id, basedOn, mine, by, RevisionKind.Saved, cancel) switch
        {
            SaveOutcome.Saved saved => new WayOutcome.Unfit(faults, saved.Revision),
            SaveOutcome.Conflict conflict => new WayOutcome.Conflict(conflict),
            _ => new WayOutcome.NotThere(),
        };
    }

    private void Publish(Article article, Publication publication)
    {
        var (now, wasOut) = (clock.Now, article.IsLiveAt(clock.Now) || article.Status == ArticleStatus.Withdrawn);
        if (!wasOut)
        {
            article.Embargo(publication.EmbargoUntil);
        }
        var at = publication.At ?? now;
        if (article.IsScheduledAt(now))
        {
            article.Reschedule(at, now);
        }
        else
        {
            article.Publish(at);
        }
        if (wasOut && publication.Note is (var kind, var text))
        {
            db.Add(new Correction(article, kind, text, now));
            article.MarkUpdated(now);
        }
    }

    private async Task<WayOutcome> StepAsync(
        int id, int basedOn, Manuscript? mine, StaffMember by, RevisionKind kind, string act, string detail, Func<StaffMember, bool> may, Action<Article> step, StoryNotice? tell, CancellationToken cancel)
    {
        using var turn = await turns.EnterAsync(id, cancel);
        for (var left = Tries; ; left--)
        {
            try
            {
                // Not theirs to do: as if it were not there.
                if (!may(by) || await desk.FindAsync(id, by, cancel) is not { } article)
                {
                    return new WayOutcome.NotThere();
                }
                var merged = false;
                if (mine is not null)
                {
                    switch (await desk.WriteAsync(id, basedOn, mine, by, kind, cancel))
                    {
                        case SaveOutcome.Conflict conflict:
                            await db.SaveChangesAsync(cancel);
                            return new WayOutcome.Conflict(conflict);
                        case SaveOutcome.Saved saved:
                            merged = saved.Merged;
                            if (kind == RevisionKind.Published)
                            {
                                article.IsLiveFrom(saved.Revision);
                            }
                            break;
                    }
                }
                step(article);
                article.MarkEdited(clock.Now);
                if (tell is not null && article.OwnerId is { } owner && owner != by.Id && await db.Users.FirstOrDefaultAsync(user => user.Id == owner && user.DisabledAt == null, cancel) is { } writer)
                {
                    outbox.Add(db, tell(article, writer));
                }
                db.Add(new LogEntry(by, act, article.Headline, clock.Now, article.Id, detail));
                await db.SaveChangesAsync(cancel);
                return new WayOutcome.Done(article, merged, clock.Now);
            }
            catch (DbUpdateException) when (left > 1)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
