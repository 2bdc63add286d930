using System.Globalization;

namespace NewsSite.Comments;

/// <summary>What somebody wants of a place.</summary>
/// <param name="Level">null: as the wider place has it.</param>
/// <param name="ClosesAfterDays">0: never; null: as the wider place has it.</param>
public sealed record LevelWish(CommentLevel? Level, int? ClosesAfterDays)
{
    public bool SaysNothing => Level is null && ClosesAfterDays is null;

    public static LevelWish Of(CommentPolicy? policy) => new(policy?.Level, policy?.ClosesAfterDays);

    /// <summary>What differs from <paramref name="before"/>, as <c>Level: Open → Closed</c>.</summary>
    public IEnumerable<string> Since(LevelWish before)
    {
        if (Level != before.Level)
        {
            yield return $"{nameof(Level)}: {Written(before.Level?.ToString())} → {Written(Level?.ToString())}";
        }
        if (ClosesAfterDays != before.ClosesAfterDays)
        {
            yield return $"{nameof(ClosesAfterDays)}: {Written(before.ClosesAfterDays)} → {Written(ClosesAfterDays)}";
        }
    }

    private static string Written(object? value) => value is null ? "–" : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
