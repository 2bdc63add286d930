using System.Globalization;

namespace NewsSite.Web;

/// <summary>Where a page of the newsroom's list ended: the story's number, and what it is sorted by.</summary>
public sealed record StoryPlace(int Id, string Key)
{
    /// <summary>The moment that the key stands for; null: it is none, as a story never published has none.</summary>
    public DateTimeOffset? At => long.TryParse(Key, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
        ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;

    public static StoryPlace Of(StoryRow row, StorySort sort) => new(row.Id, sort switch
    {
        StorySort.Headline => row.Headline,
        StorySort.Published => row.PublishedAt?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? "",
        _ => row.EditedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
    });

    public static StoryPlace? Parse(string? written) =>
        written?.Split('-', 2) is [var id, var key] && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(number, key) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}-{Key}");
}
