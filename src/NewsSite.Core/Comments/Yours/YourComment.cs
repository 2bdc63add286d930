using NewsSite.Articles;
using NewsSite.Comments.Following;
using NewsSite.Comments.PostingRules;

namespace NewsSite.Comments.Yours;

/// <summary>A comment as its writer sees it who has proved the address.</summary>
/// <param name="Headline">null, like <paramref name="StoryAddress"/>, where readers do not find the story: it may be called otherwise by now.</param>
/// <param name="Name">Empty, like <paramref name="Body"/>, once they were forgotten.</param>
/// <param name="HasNetworkKey">Whether a keyed hash of the network address is still kept.</param>
public sealed record YourComment(
    int Id, string? Headline, string Language, string? StoryAddress, string Name, string Body, DateTimeOffset At,
    CommentState State, HoldReason Reason, PostingRule? Rule, int? AnswerTo, bool HasNetworkKey, IReadOnlyList<YourDecision> Decisions, YourAppeal? Appeal)
{
    /// <summary>For an objection to what became of it; <see cref="AppealStanding.Nothing"/> also where readers do not find the story.</summary>
    public AppealStanding Standing { get; init; } = AppealStanding.Nothing;

    /// <summary>Whether they wished to be told by letter what moderators decide about it.</summary>
    public bool TellsDecisions { get; init; }

    public string? Address => State == CommentState.Posted && StoryAddress is not null ? Articles.Address.Comment(Language, Id) : null;

    /// <summary>Taken back by its writer, or removed by a moderator.</summary>
    public bool IsWithdrawn => State == CommentState.Removed && Rule is null;
}

/// <summary>What was decided about it. By whom is the newsroom's own matter.</summary>
public sealed record YourDecision(ModerationAct Act, CommentState After, PostingRule? Rule, DateTimeOffset At);

/// <param name="Answer">The newsroom's; may be empty.</param>
public sealed record YourAppeal(string Sentence, DateTimeOffset At, DateTimeOffset? AnsweredAt, bool Granted, string Answer);

/// <summary>All that is kept about who wrote with an address.</summary>
/// <param name="Follows">The stories whose comments come by letter.</param>
/// <param name="Reports">What they said against comments of others, of which nothing else is theirs.</param>
public sealed record YourFile(
    string Email, IReadOnlyList<YourBan> Bans, IReadOnlyList<YourFollowing> Follows, IReadOnlyList<YourRefusal> Refusals, IReadOnlyList<YourReport> Reports, IReadOnlyList<YourComment> Comments);

/// <summary>They said no when a letter asked whether to follow. It is kept under a keyed hash that a neighbour's letter box may share, so it names no story.</summary>
public sealed record YourRefusal(bool OfEveryStory, DateTimeOffset At);

/// <param name="Comment">Its number.</param>
/// <param name="Answered">When a moderator decided; null: not yet.</param>
/// <param name="IsPosted">Whether readers see the comment.</param>
public sealed record YourReport(int Comment, PostingRule Rule, string Note, DateTimeOffset At, DateTimeOffset? Answered, bool IsPosted);

/// <param name="Confirmed">null: not yet.</param>
public sealed record YourFollowing(string? Story, FollowKind Kind, DateTimeOffset? Confirmed);

/// <param name="Story">null where readers do not find it.</param>
/// <param name="Handle">By which letters can be stopped.</param>
public sealed record YourFollowed(FollowedStory? Story, FollowKind Kind, bool IsConfirmed, Guid Handle);

/// <param name="Until">null: for good.</param>
public sealed record YourBan(DateTimeOffset At, DateTimeOffset? Until);
