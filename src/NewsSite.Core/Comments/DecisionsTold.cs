using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Mail;

namespace NewsSite.Comments;

/// <summary>Who has asked about a comment is answered by the decision: the writer's appeal and the readers' reports are closed in its transaction, and their letters are part of it.</summary>
public sealed class DecisionsTold(NewsDb db, SiteKey key, Outbox outbox, IAnswerLetters letters)
{
    /// <param name="entry">The decision. What a moderator noted at a rejection is for the log alone.</param>
    public async Task TellAsync(Comment comment, ModerationEntry entry, CancellationToken cancel)
    {
        var appeal = await db.Appeals.FirstOrDefaultAsync(a => a.CommentId == comment.Id && a.AnsweredAt == null, cancel);
        var flags = await db.CommentFlags.Where(f => f.CommentId == comment.Id && f.AnsweredAt == null).ToListAsync(cancel);
        if (appeal is null && flags.Count == 0)
        {
            return;
        }
        var about = await AboutAsync(comment, entry, cancel);
        if (appeal is not null)
        {
            appeal.Give(granted: comment.State == CommentState.Posted, about.Said, entry.At);
            if ((await db.CommentEmails.AsNoTracking().FirstOrDefaultAsync(one => one.CommentId == comment.Id, cancel))?.Open(key) is { } email)
            {
                outbox.Add(db, letters.ToAppealer(email, about, appeal.Granted));
            }
        }
        foreach (var flag in flags)
        {
            flag.Answer(entry.At);
            if (flag.Email(key) is { } reporter)
            {
                outbox.Add(db, letters.ToReporter(reporter, about));
            }
        }
    }

    /// <summary>A decision was taken back: what it had answered waits again. Letters that have gone out are not called back; the next decision is told anew.</summary>
    public async Task WaitAgainAsync(Comment comment, ModerationEntry undone, CancellationToken cancel)
    {
        var at = undone.At;
        (await db.Appeals.FirstOrDefaultAsync(a => a.CommentId == comment.Id && a.AnsweredAt == at, cancel))?.Reopen();
        foreach (var flag in await db.CommentFlags.Where(f => f.CommentId == comment.Id && f.AnsweredAt == at).ToListAsync(cancel))
        {
            flag.Reopen();
        }
    }

    private async Task<AnsweredComment> AboutAsync(Comment comment, ModerationEntry entry, CancellationToken cancel)
    {
        var story = await db.Articles.Where(a => a.Id == comment.ArticleId).Select(a => new { a.Headline, a.Language, Section = a.Section.Slug, a.Slug }).FirstAsync(cancel);
        return new(comment.Id, comment.ArticleId, story.Headline, story.Language, Address.Article(story.Language, story.Section, story.Slug, comment.ArticleId), comment.Body,
            comment.State == CommentState.Posted, comment.Rule, entry.Act is ModerationAct.Restored or ModerationAct.Declined ? entry.Why : "");
    }
}
