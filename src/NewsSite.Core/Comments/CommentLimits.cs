namespace NewsSite.Comments;

/// <param name="PerMinute">Of one writer; one network address has ten times that, and is held beyond, never refused. 0: no limit.</param>
public sealed record CommentLimits(int PerMinute)
{
    public const int Usual = 5, AddressFactor = 10;

    /// <summary>Refusals of one writer that are stored in a day.</summary>
    public const int RefusalsADay = 5;

    /// <summary>How long the same words in the same place are the same comment.</summary>
    public static readonly TimeSpan Once = TimeSpan.FromDays(1);
}
