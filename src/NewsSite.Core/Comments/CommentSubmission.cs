using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using NewsSite.Comments.Following;
using NewsSite.Comments.PostingRules;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>The single way a comment enters. What it answers is written: the comment, its line in the log and its writer's sealed address stand together or not at all.</summary>
public sealed class CommentSubmission(NewsDb db, SiteKey key, CommentLimits limits, CurrentRules rules, TimeProvider clock)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1), Day = TimeSpan.FromDays(1);

    public async Task<CommentOutcome> SubmitAsync(CommentDraft sent, CancellationToken cancel)
    {
        var draft = sent.Tidied();
        if (draft.Faults() is { Count: > 0 } faults)
        {
            return new CommentOutcome.Unfit(faults);
        }
        var writer = CommenterKeys.Of(key, draft.Email, draft.From);
        var onceKey = OnceKeyOf(draft, writer);
        var verdicts = await CommentJudgement.RulesAsync(db, rules, draft, cancel);
        try
        {
            return await EnterAsync(draft, writer, onceKey, verdicts, cancel);
        }
        catch (DbUpdateException fault) when (fault.IsDouble)
        {
            // The same comment twice at once: the other was first.
            db.ChangeTracker.Clear();
            var first = await db.Comments.AsNoTracking().FirstAsync(c => c.OnceKey == onceKey, cancel);
            return OutcomeOf(first);
        }
    }

    /// <summary>What its writer was told, or would be told now.</summary>
    public static CommentOutcome OutcomeOf(Comment comment) => comment.State switch
    {
        CommentState.Posted => new CommentOutcome.Posted(comment.Id),
        CommentState.Held => new CommentOutcome.Held(comment.Id, comment.Reason),
        _ => new CommentOutcome.Refused(comment.Id, comment.Rule ?? PostingRule.InsultToPerson),
    };

    /// <summary>Folded words of one writer in one place: what is unique for a day.</summary>
    internal static string OnceKeyOf(CommentDraft draft, CommenterKeys writer) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{writer.Email} {draft.ArticleId} {draft.ParentId ?? 0} {CleanText.Line(ArabicText.Fold(draft.Body))}"))));

    private async Task<CommentOutcome> EnterAsync(CommentDraft draft, CommenterKeys writer, string onceKey, IReadOnlyList<Verdict> verdicts, CancellationToken cancel)
    {
        using var turn = db is SqliteNewsDb ? await db.GetService<WriteGate>().EnterAsync(cancel) : null;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.Now;
        if (await CommentStanding.OfAsync(db, draft.ArticleId, now, cancel) is not { } standing)
        {
            return new CommentOutcome.NotThere();
        }
        if (await FirstAsync(onceKey, now, cancel) is { } first)
        {
            return OutcomeOf(first);
        }
        if (!standing.IsOpenAt(now))
        {
            return new CommentOutcome.Closed();
        }
        var bans = await db.Bans.AsNoTracking().Where(ban => (ban.Key == writer.Email || ban.Key == writer.Address) && (ban.Until == null || ban.Until > now)).ToListAsync(cancel);
        if (bans.FirstOrDefault(ban => ban.Kind == BanKind.Email) is { } banned)
        {
            return new CommentOutcome.Banned(banned.Until);
        }
        if (await ParentAsync(draft, cancel) is var (parent, found) && !found)
        {
            return new CommentOutcome.Unfit(new Dictionary<string, CommentFault> { [nameof(draft.ParentId)] = CommentFault.ParentGone });
        }
        if (await WaitAsync(writer, now, cancel) is { } wait)
        {
            return new CommentOutcome.TooFast(wait);
        }
        var suspicion = bans.Count > 0 ? HoldReason.BannedAddress : await IsBusyAsync(writer, now, cancel) ? HoldReason.BusyAddress : HoldReason.None;
        var judgement = await CommentJudgement.OfAsync(db, draft, writer, standing.Level, suspicion, verdicts, cancel);
        var comment = await WriteAsync(draft, parent, writer, onceKey, judgement, now, cancel);
        // Half of a write that has left the process must not be given up.
        await transaction.CommitAsync(CancellationToken.None);
        return OutcomeOf(comment);
    }

    private async Task<Comment?> FirstAsync(string onceKey, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Comments.FirstOrDefaultAsync(c => c.OnceKey == onceKey, cancel) is not { } first)
        {
            return null;
        }
        if (now - first.At < CommentLimits.Once)
        {
            return first;
        }
        first.ForgetOnce();
        await db.SaveChangesAsync(cancel);
        return null;
    }

    private async Task<(Comment? Parent, bool Found)> ParentAsync(CommentDraft draft, CancellationToken cancel)
    {
        if (draft.ParentId is not { } id)
        {
            return (null, true);
        }
        var parent = await db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && c.ArticleId == draft.ArticleId && c.State == CommentState.Posted, cancel);
        return (parent, parent is not null);
    }

    private async Task<TimeSpan?> WaitAsync(CommenterKeys writer, DateTimeOffset now, CancellationToken cancel)
    {
        if (limits.PerMinute == 0)
        {
            return null;
        }
        // What lies ahead was written before the clock was set back, and counts for nothing.
        var since = now - Minute;
        var recent = await db.Comments.Where(c => c.WriterKey == writer.Email && c.At > since && c.At <= now).OrderByDescending(c => c.At).Select(c => c.At).Take(limits.PerMinute).ToListAsync(cancel);
        return recent.Count < limits.PerMinute ? null : recent[^1] + Minute - now;
    }

    private async Task<bool> IsBusyAsync(CommenterKeys writer, DateTimeOffset now, CancellationToken cancel)
    {
        if (limits.PerMinute == 0 || writer.Address is null)
        {
            return false;
        }
        var since = now - Minute;
        return await db.Comments.CountAsync(c => c.AddressKey == writer.Address && c.At > since && c.At <= now, cancel) >= limits.PerMinute * CommentLimits.AddressFactor;
    }

    private async Task<Comment> WriteAsync(CommentDraft draft, Comment? parent, CommenterKeys writer, string onceKey, CommentJudgement judgement, DateTimeOffset now, CancellationToken cancel)
    {
        var comment = Comment.Write(draft.ArticleId, parent, draft.Name, draft.Body, writer, onceKey, now);
        db.Add(comment.Judge(judgement.State, judgement.Reason, judgement.Verdicts, now));
        if (judgement.State == CommentState.Refused && await HasHadEnoughAsync(writer, now, cancel))
        {
            comment.Empty();
        }
        else
        {
            db.Add(CommentEmail.Of(comment, draft.Email, key));
            if (CommentWish.Of(comment, draft) is { } wish)
            {
                db.Add(wish);
            }
        }
        await db.SaveChangesAsync(cancel);
        comment.TakePlace();
        await db.Comments.Where(c => c.Id == comment.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.RootId, comment.RootId).SetProperty(c => c.BranchId, comment.BranchId), cancel);
        return comment;
    }

    private async Task<bool> HasHadEnoughAsync(CommenterKeys writer, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - Day;
        return await db.Comments.CountAsync(c => c.WriterKey == writer.Email && c.State == CommentState.Refused && c.At > since, cancel) >= CommentLimits.RefusalsADay;
    }
}
