using System.Globalization;

namespace NewsSite.Articles;

/// <summary>A place in a list that is read newest first: the last story of the page before. Lists are paged by key, so page 1,000 costs what page 1 does.</summary>
public readonly record struct ListPosition(DateTimeOffset PublishedAt, int Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PublishedAt.ToUnixTimeMilliseconds()}-{Id}");

    /// <returns>null where <paramref name="text"/> is no position: the list then begins at its start.</returns>
    public static ListPosition? Parse(string? text)
    {
        if (text?.Split('-') is not [var time, var id]
            || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            || !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return null;
        }
        return new(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), number);
    }
}
