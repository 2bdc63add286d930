using Microsoft.EntityFrameworkCore;
using NewsSite.Comments.Following;
using NewsSite.Data;

namespace NewsSite.Comments.Entering;

/// <summary>Comments that come in together, in one transaction: each is decided upon as if it came alone, in the order of coming.</summary>
internal sealed class CommentBatch(NewsDb db, CommentGrounds grounds, EarlierComments earlier, SiteKey key, CommentLimits limits, DateTimeOffset now)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly List<Comment> written = [];

    /// <summary>A decision stands before its comment has a number.</summary>
    private sealed record Decision(CommentOutcome? Outcome, Comment? Comment = null);

    public async Task<IReadOnlyList<CommentOutcome>> WriteAsync(IReadOnlyList<CommentEntrant> entrants)
    {
        var decisions = new List<Decision>();
        foreach (var one in entrants)
        {
            decisions.Add(await DecideAsync(one));
        }
        if (written.Count > 0)
        {
            await db.SaveChangesAsync();
            await TakePlacesAsync();
        }
        return [.. decisions.Select(decision => decision.Outcome ?? CommentSubmission.OutcomeOf(decision.Comment!))];
    }

    private async Task<Decision> DecideAsync(CommentEntrant one)
    {
        if (await grounds.FindAsync(one.Draft.ArticleId, CancellationToken.None) is not { } ground)
        {
            return new(new CommentOutcome.NotThere());
        }
        if (earlier.SameAs(one) is { } first)
        {
            return new(null, first);
        }
        if (!ground.Standing.IsOpenAt(now) || await IsFullAsync(ground))
        {
            return new(new CommentOutcome.Closed());
        }
        if (earlier.BanOf(one) is { } ban)
        {
            return new(new CommentOutcome.Banned(ban.Until));
        }
        if (earlier.ParentOf(one) is var parent && parent is null && one.Draft.ParentId is not null)
        {
            return new(new CommentOutcome.Unfit(new Dictionary<string, CommentFault> { [nameof(one.Draft.ParentId)] = CommentFault.ParentGone }));
        }
        if (earlier.Wait(one, limits.PerMinute, now) is { } wait)
        {
            return new(new CommentOutcome.TooFast(wait));
        }
        if (await SlowAsync(one, ground.Standing.Slowness) is { } slow)
        {
            return new(new CommentOutcome.TooFast(slow) { IsSlowMode = true });
        }
        var suspicion = earlier.IsAddressBanned(one) ? HoldReason.BannedAddress
            : limits.PerMinute > 0 && earlier.LatelyFromAddressOf(one) >= limits.PerMinute * CommentLimits.AddressFactor ? HoldReason.BusyAddress
            : HoldReason.None;
        var judgement = await CommentJudgement.OfAsync(one.Draft, ground.Standing.Level, suspicion, one.Verdicts, () => IsKnownAsync(one), ground.AuthorKeys);
        return new(null, await WriteAsync(one, parent, judgement));
    }

    private async Task<Comment> WriteAsync(CommentEntrant one, Comment? parent, CommentJudgement judgement)
    {
        var comment = Comment.Write(one.Draft.ArticleId, parent, one.Draft.Name, one.Draft.Body, one.Writer, one.OnceKey, now);
        comment.Wear(one.Draft.Badge);
        db.Add(comment.Judge(judgement.State, judgement.Reason, judgement.Verdicts, now));
        if (judgement.State == CommentState.Refused && await HasHadEnoughAsync(one))
        {
            comment.Empty();
        }
        else
        {
            db.Add(CommentEmail.Of(comment, one.Draft.Email, key));
            if (CommentWish.Of(comment, one.Draft) is { } wish)
            {
                db.Add(wish);
            }
        }
        written.Add(comment);
        earlier.Add(comment);
        return comment;
    }

    /// <summary>A first or second level names itself, once it has a number.</summary>
    private Task<int> TakePlacesAsync()
    {
        var ids = written.Select(comment => comment.Id).ToList();
        return db.Comments.Where(c => ids.Contains(c.Id)).TakePlacesAsync(CancellationToken.None);
    }

    private Task<bool> IsFullAsync(CommentGround ground) => ground.Standing.IsFullAsync(
        db, ground.ArticleId, CancellationToken.None, written.Count(c => c.ArticleId == ground.ArticleId && c.State == CommentState.Posted));

    /// <summary>Slow mode: what is left of the wait between two comments of one writer under a story. Whoever was refused may mend that and send it at once.</summary>
    private async Task<TimeSpan?> SlowAsync(CommentEntrant one, TimeSpan slowness)
    {
        if (slowness == TimeSpan.Zero)
        {
            return null;
        }
        var since = now - slowness;
        var last = earlier.WrittenBy(one).Where(c => c.ArticleId == one.Draft.ArticleId && c.State != CommentState.Refused).Select(c => (DateTimeOffset?)c.At).LastOrDefault()
            ?? await db.Comments.Where(c => c.WriterKey == one.Writer.Email && c.At > since && c.At <= now && c.ArticleId == one.Draft.ArticleId && c.State != CommentState.Refused).MaxAsync(c => (DateTimeOffset?)c.At);
        return last + slowness - now;
    }

    private async Task<bool> IsKnownAsync(CommentEntrant one) =>
        earlier.WrittenBy(one).Any(c => c.State == CommentState.Posted) || await db.Comments.AnyAsync(c => c.WriterKey == one.Writer.Email && c.State == CommentState.Posted);

    private async Task<bool> HasHadEnoughAsync(CommentEntrant one)
    {
        var since = now - Day;
        var before = await db.Comments.CountAsync(c => c.WriterKey == one.Writer.Email && c.State == CommentState.Refused && c.At > since);
        return before + earlier.WrittenBy(one).Count(c => c.State == CommentState.Refused) >= CommentLimits.RefusalsADay;
    }
}
