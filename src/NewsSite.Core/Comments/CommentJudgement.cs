using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments.PostingRules;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>What is to become of a text that has come in or was mended.</summary>
public sealed record CommentJudgement(CommentState State, HoldReason Reason, IReadOnlyList<Verdict> Verdicts)
{
    /// <summary>The rules' part: text and name. Thinking needs no lock, and is done before one is taken.</summary>
    public static async Task<IReadOnlyList<Verdict>> RulesAsync(NewsDb db, CurrentRules rules, CommentDraft draft, CancellationToken cancel) =>
        await RulesAsync(db, rules, draft, await CommentContext.OfAsync(db, draft.ArticleId, null, cancel), cancel);

    public static async Task<IReadOnlyList<Verdict>> RulesAsync(NewsDb db, CurrentRules rules, CommentDraft draft, CommentContext ofStory, CancellationToken cancel)
    {
        var book = await rules.GetAsync(cancel);
        var parentName = draft.ParentId is { } parent ? await db.Comments.Where(c => c.Id == parent && c.ArticleId == draft.ArticleId).Select(c => c.Name).FirstOrDefaultAsync(cancel) : null;
        return Rules(book, draft.Name, draft.Body, ofStory with { ParentName = parentName });
    }

    /// <summary>The strictest verdict first. A name alone never has a comment refused.</summary>
    public static IReadOnlyList<Verdict> Rules(RuleBook book, string name, string body, CommentContext context)
    {
        // Judging is the longest thought of a request: who waits for this core goes before it, and before its second half (CommandsGiveWay).
        Thread.Yield();
        var ofName = book.JudgeByRules(name, CommentContext.None).Select(verdict => verdict with { Action = RuleAction.Hold, Evidence = [] });
        Thread.Yield();
        return [.. book.Judge(body, context).Concat(ofName).OrderByDescending(verdict => verdict.Action).ThenByDescending(verdict => verdict.Certainty)];
    }

    /// <summary>What the rules alone make of it.</summary>
    public static CommentState StateBy(IReadOnlyList<Verdict> verdicts) =>
        verdicts.Count == 0 ? CommentState.Posted : verdicts[0].Action == RuleAction.Refuse ? CommentState.Refused : CommentState.Held;

    public static async Task<CommentJudgement> OfAsync(NewsDb db, CommentDraft draft, CommenterKeys writer, CommentLevel level, HoldReason suspicion, IReadOnlyList<Verdict> verdicts, CancellationToken cancel) =>
        await OfAsync(draft, level, suspicion, verdicts, () => db.Comments.AnyAsync(c => c.WriterKey == writer.Email && c.State == CommentState.Posted, cancel),
            (await db.Set<Byline>().Where(by => by.ArticleId == draft.ArticleId).Select(by => by.Author.Key).ToListAsync(cancel)).ToHashSet());

    /// <summary>The rest: what the place demands and what is known of the writer. The rules' word weighs most.</summary>
    /// <param name="isKnown">Whether something of this writer is posted already.</param>
    /// <param name="authors">The keys of the names of those who wrote the story: readers would take a guest so called for one of them.</param>
    public static async Task<CommentJudgement> OfAsync(CommentDraft draft, CommentLevel level, HoldReason suspicion, IReadOnlyList<Verdict> verdicts, Func<Task<bool>> isKnown, IReadOnlySet<string> authors)
    {
        if (verdicts.Count > 0)
        {
            return new(StateBy(verdicts), HoldReason.Rule, verdicts);
        }
        var reason = suspicion != HoldReason.None ? suspicion
            : draft.Trap.Length > 0 ? HoldReason.Trap
            : level == CommentLevel.AllHeld ? HoldReason.EveryComment
            : draft.Badge is not null ? HoldReason.None
            : level == CommentLevel.FirstHeld && !await isKnown() ? HoldReason.Newcomer
            : authors.Contains(Slug.KeyOf(draft.Name)) ? HoldReason.BorrowedName
            : HoldReason.None;
        return new(reason == HoldReason.None ? CommentState.Posted : CommentState.Held, reason, verdicts);
    }
}
