using NewsSite.Accounts;
using NewsSite.Comments.PostingRules;

namespace NewsSite.Comments;

/// <summary>Where an answer hangs: what it answers, as the store has it.</summary>
internal readonly record struct AnswerPlace(int Id, int ArticleId, int RootId, int BranchId);

public sealed partial class Comment
{
    /// <summary>What was written elsewhere, at its own time. Nothing is judged; see <see cref="Bring"/>.</summary>
    internal static Comment Elsewhere(int articleId, AnswerPlace? parent, string name, string body, CommenterKeys writer, DateTimeOffset at) => new()
    {
        ArticleId = articleId,
        ParentId = parent?.Id,
        RootId = parent?.RootId ?? 0,
        BranchId = parent?.BranchId ?? 0,
        Name = name,
        Body = body,
        Face = writer.Face,
        WriterKey = writer.Email,
        AddressKey = writer.Address,
        At = at,
    };

    /// <summary>Its place, once it has a number: a first or second level names itself.</summary>
    internal AnswerPlace Place => new(Id, ArticleId, RootId == 0 ? Id : RootId, ParentId is not null && BranchId == 0 ? Id : BranchId);

    /// <summary>As it stood there; with <paramref name="verdicts"/>, which rules it would be held by here. Nothing that comes so is refused.</summary>
    /// <param name="by">null: by the command line.</param>
    internal ModerationEntry Bring(bool waits, IReadOnlyList<Verdict> verdicts, string source, StaffMember? by, DateTimeOffset now)
    {
        var worst = verdicts.Count > 0 ? verdicts[0] : null;
        var to = waits || worst is not null ? CommentState.Held : CommentState.Posted;
        var entry = new ModerationEntry(this, ModerationAct.Imported, by, to, to, worst?.Rule, source, verdicts, now);
        (State, Reason, Rule, Certainty) = (to, worst is not null ? HoldReason.Rule : waits ? HoldReason.Imported : HoldReason.None, worst?.Rule, worst?.Certainty ?? 0);
        return entry;
    }
}
