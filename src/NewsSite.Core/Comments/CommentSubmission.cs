using System.Security.Cryptography;
using System.Text;
using NewsSite.Comments.Entering;
using NewsSite.Comments.PostingRules;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>The single way a comment enters that is written here; those of another program come by <see cref="Import.CommentImport"/>. What it answers is written: the comment, its line in the log and its writer's sealed address stand together or not at all.</summary>
public sealed class CommentSubmission(NewsDb db, SiteKey key, CurrentRules rules, CommentGrounds grounds, CommentWriter writing)
{
    public async Task<CommentOutcome> SubmitAsync(CommentDraft sent, CancellationToken cancel)
    {
        var draft = sent.Tidied();
        if (draft.Faults() is { Count: > 0 } faults)
        {
            return new CommentOutcome.Unfit(faults);
        }
        if (await grounds.FindAsync(draft.ArticleId, cancel) is not { } ground)
        {
            return new CommentOutcome.NotThere();
        }
        // Thinking needs no lock, and is done before one is taken.
        var verdicts = await CommentJudgement.RulesAsync(db, rules, draft, ground.Context, cancel);
        var writer = CommenterKeys.Of(key, draft.Email, draft.From);
        // Standing, pace and the rest: CommentBatch, for all who have come meanwhile.
        return await writing.WriteAsync(new(draft, writer, OnceKeyOf(draft, writer), verdicts), cancel);
    }

    /// <summary>What its writer was told, or would be told now.</summary>
    public static CommentOutcome OutcomeOf(Comment comment) => comment.State switch
    {
        CommentState.Posted => new CommentOutcome.Posted(comment.Id),
        CommentState.Held => new CommentOutcome.Held(comment.Id, comment.Reason),
        _ => new CommentOutcome.Refused(comment.Id, comment.Rule ?? PostingRule.InsultToPerson, comment.MayBeAppealed),
    };

    /// <summary>Folded words of one writer in one place, from one network address: what is unique for a day. Without the address, whoever copied a public comment under its writer's email would be taken for the writer.</summary>
    internal static string OnceKeyOf(CommentDraft draft, CommenterKeys writer) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{writer.Email} {writer.Address} {draft.ArticleId} {draft.ParentId ?? 0} {CleanText.Line(ArabicText.Fold(draft.Body))}"))));
}
