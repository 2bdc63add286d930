using System.Globalization;

namespace NewsSite.Comments;

/// <summary>What somebody wants of a place.</summary>
/// <param name="Level">null: as the wider place has it.</param>
/// <param name="ClosesAfterDays">0: never; null: as the wider place has it; as are the next two.</param>
/// <param name="Note">What readers are told where it is closed; empty: nothing but that.</param>
public sealed record LevelWish(CommentLevel? Level = null, int? ClosesAfterDays = null, int? ClosesAfterComments = null, int? SlowSeconds = null, string Note = "")
{
    public bool SaysNothing => this == new LevelWish();

    public static LevelWish Of(CommentPolicy? policy) => new(policy?.Level, policy?.ClosesAfterDays, policy?.ClosesAfterComments, policy?.SlowSeconds, policy?.Note ?? "");

    /// <summary>What differs from <paramref name="before"/>, as <c>Level: Open → Closed</c>.</summary>
    public IEnumerable<string> Since(LevelWish before) => All(before).Zip(All(this)).Where(pair => !Equals(pair.First.Value, pair.Second.Value))
        .Select(pair => $"{pair.First.Name}: {Written(pair.First.Value)} → {Written(pair.Second.Value)}");

    /// <summary>This, but what the form left as it began, as it stands now.</summary>
    public LevelWish ChangedFrom(LevelWish before, LevelWish stands) => new(
        Level == before.Level ? stands.Level : Level,
        ClosesAfterDays == before.ClosesAfterDays ? stands.ClosesAfterDays : ClosesAfterDays,
        ClosesAfterComments == before.ClosesAfterComments ? stands.ClosesAfterComments : ClosesAfterComments,
        SlowSeconds == before.SlowSeconds ? stands.SlowSeconds : SlowSeconds,
        Note == before.Note ? stands.Note : Note);

    private static IEnumerable<(string Name, object? Value)> All(LevelWish wish) =>
        [(nameof(Level), wish.Level), (nameof(ClosesAfterDays), wish.ClosesAfterDays), (nameof(ClosesAfterComments), wish.ClosesAfterComments), (nameof(SlowSeconds), wish.SlowSeconds), (nameof(Note), wish.Note)];

    private static string Written(object? value) => value is null or "" ? "–" : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
