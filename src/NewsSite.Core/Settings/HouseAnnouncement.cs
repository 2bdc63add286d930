using System.Globalization;

namespace NewsSite.Settings;

/// <summary>Above the mast of every page, or in a box on the front page and under stories.</summary>
public enum AnnouncementSlot { Strip, Box }

/// <summary>A sentence of the house's own to its readers, with at most one link, shown between two moments.</summary>
/// <param name="LinkText">Empty: the whole sentence is the link.</param>
/// <param name="From">null: since ever.</param>
/// <param name="Until">null: for good.</param>
public sealed record HouseAnnouncement(string Text, string Link, string LinkText, DateTimeOffset? From, DateTimeOffset? Until)
{
    public const int MaxText = 200, MaxLink = 500, MaxLinkText = 60;

    public bool IsShown(DateTimeOffset now) => !(From > now) && !(Until <= now);

    /// <summary>The next moment at which it appears or goes; null: never by the clock alone.</summary>
    public DateTimeOffset? ChangesAt(DateTimeOffset now) => From > now ? From : Until > now ? Until : null;

    /// <summary>The values by their names, as rows have them; an empty one needs no row.</summary>
    public static IReadOnlyDictionary<string, string> Written(AnnouncementSlot slot, HouseAnnouncement? announcement) => new Dictionary<string, string>
    {
        [$"{slot}.{nameof(Text)}"] = announcement?.Text ?? "",
        [$"{slot}.{nameof(Link)}"] = announcement?.Link ?? "",
        [$"{slot}.{nameof(LinkText)}"] = announcement?.LinkText ?? "",
        [$"{slot}.{nameof(From)}"] = Moment(announcement?.From),
        [$"{slot}.{nameof(Until)}"] = Moment(announcement?.Until),
    };

    /// <returns>null where the edition has none in this slot.</returns>
    public static HouseAnnouncement? Read(IReadOnlyDictionary<string, string> rows, string language, AnnouncementSlot slot)
    {
        var text = Row(nameof(Text));
        return text.Length == 0 ? null : new(text, Row(nameof(Link)), Row(nameof(LinkText)), MomentOf(Row(nameof(From))), MomentOf(Row(nameof(Until))));

        string Row(string name) => rows.GetValueOrDefault(SiteSettings.RowOf(language, $"{slot}.{name}"), "");
    }

    private static string Moment(DateTimeOffset? at) => at?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) ?? "";

    private static DateTimeOffset? MomentOf(string written) =>
        DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
}
