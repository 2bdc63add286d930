using NewsSite.Comments.Following;

namespace NewsSite.Comments.Yours;

/// <summary>What is kept under one address.</summary>
/// <param name="Comments">The numbers of all that were written with it, the newest first.</param>
public sealed record YourTraces(IReadOnlyList<int> Comments, IReadOnlyList<CommentSubscription> Follows, IReadOnlyList<CommentFlag> Reports)
{
    public bool AreNone => Comments.Count + Follows.Count + Reports.Count == 0;
}
