using NewsSite.Text;

namespace NewsSite.Settings;

/// <summary>What the newsroom may set about its site; the values here hold where it has set nothing.</summary>
public sealed record SiteSettings
{
    public string Name { get; init; } = "صحيفتي";
    public string Description { get; init; } = "أخبار وآراء";
    public string TimeZone { get; init; } = "Asia/Riyadh";
    public DigitStyle Digits { get; init; } = DigitStyle.European;

    public static SiteSettings From(IReadOnlyDictionary<string, string> rows)
    {
        var fallback = new SiteSettings();
        return new()
        {
            Name = rows.GetValueOrDefault(nameof(Name), fallback.Name),
            Description = rows.GetValueOrDefault(nameof(Description), fallback.Description),
            TimeZone = KnownZone(rows.GetValueOrDefault(nameof(TimeZone))) ?? fallback.TimeZone,
            Digits = Enum.TryParse<DigitStyle>(rows.GetValueOrDefault(nameof(Digits)), out var digits) ? digits : fallback.Digits,
        };
    }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    private static string? KnownZone(string? id) => id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out _) ? id : null;
}
