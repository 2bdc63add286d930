namespace NewsSite.Comments;

/// <summary>For how many days is kept what is kept for a while only. The site may forget sooner than is usual, never later.</summary>
/// <param name="Refused">Words, name and sealed address of what is refused, removed or taken back, from the last decision on.</param>
/// <param name="Network">Keyed network addresses, and bans that have ended.</param>
public sealed record CommentRetention(int Refused = CommentRetention.MostRefused, int Network = CommentRetention.MostNetwork)
{
    public const int MostRefused = 30, MostNetwork = 90;

    /// <summary>What is kept beyond <see cref="Refused"/> because its writer objected and nobody has answered, from the objection on.</summary>
    public const int Appealed = 180;

    /// <summary>Letters that could not be sent, and how often somebody asked for one.</summary>
    public const int Letters = 30, Tries = 1;
}
