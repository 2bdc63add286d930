using NewsSite.Comments.Following;

namespace NewsSite.Comments.Yours;

/// <summary>What is kept under one address.</summary>
/// <param name="Comments">The numbers of all that were written with it, the newest first.</param>
/// <param name="Refusals">Of letters that asked whether to follow.</param>
public sealed record YourTraces(IReadOnlyList<int> Comments, IReadOnlyList<CommentSubscription> Follows, IReadOnlyList<CommentFlag> Reports, IReadOnlyList<FollowRefusal> Refusals)
{
    public bool AreNone => Comments.Count + Follows.Count + Reports.Count + Refusals.Count == 0;
}
