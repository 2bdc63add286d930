using Microsoft.EntityFrameworkCore;
using NewsSite.Comments.PostingRules;
using NewsSite.Data;

namespace NewsSite.Comments;

/// <summary>A comment that another book would treat otherwise.</summary>
/// <param name="Verdicts">Of the stricter of the two.</param>
public sealed record AffectedComment(int Id, int ArticleId, string Headline, string Language, string Name, string Body, DateTimeOffset At, CommentState Before, CommentState After, IReadOnlyList<Verdict> Verdicts);

/// <summary>What another book of rules would have made of the newest comments. By the rules alone: what moderators decided since is theirs.</summary>
/// <param name="Read">How many were judged by both.</param>
/// <param name="Harder">Those that would fare worse, the newest first.</param>
/// <param name="Softer">Those that would fare better.</param>
public sealed record TermEffect(int Read, IReadOnlyList<AffectedComment> Harder, IReadOnlyList<AffectedComment> Softer)
{
    public const int Newest = 1_000, Shown = 20;

    public static async Task<TermEffect> OfAsync(NewsDb db, RuleBook now, RuleBook then, CancellationToken cancel)
    {
        // What its writer took back is nobody's to read.
        var comments = await db.Comments.Where(c => c.Body != "" && !(c.State == CommentState.Removed && c.Rule == null)).OrderByDescending(c => c.Id).Take(Newest)
            .Select(c => new { c.Id, c.ArticleId, c.Name, c.Body, c.At, ParentName = c.Parent == null ? null : c.Parent.Name }).ToListAsync(cancel);
        var articles = comments.Select(c => c.ArticleId).Distinct().ToList();
        var contexts = await CommentContext.OfManyAsync(db, articles, cancel);
        var languages = await db.Articles.Where(a => articles.Contains(a.Id)).Select(a => new { a.Id, a.Language }).ToDictionaryAsync(a => a.Id, a => a.Language, cancel);
        var affected = comments.AsParallel().AsOrdered().WithCancellation(cancel).Select(c =>
        {
            var context = contexts[c.ArticleId] with { ParentName = c.ParentName };
            var (before, after) = (CommentJudgement.Rules(now, c.Name, c.Body, context), CommentJudgement.Rules(then, c.Name, c.Body, context));
            var (was, becomes) = (CommentJudgement.StateBy(before), CommentJudgement.StateBy(after));
            return was == becomes ? null : new AffectedComment(c.Id, c.ArticleId, context.Headline, languages[c.ArticleId], c.Name, c.Body, c.At, was, becomes, becomes > was ? after : before);
        }).OfType<AffectedComment>().ToList();
        return new(comments.Count, [.. affected.Where(one => one.After > one.Before)], [.. affected.Where(one => one.After < one.Before)]);
    }
}
