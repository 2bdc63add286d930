using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Settings;

/// <summary>Where the Umm al-Qura date stands beside the Gregorian.</summary>
public enum HijriDates { Nowhere, Mast, Everywhere }

public enum FeedText { Summary, Full }

/// <summary>What the newsroom may set, for each edition; the values here hold where it has set nothing.</summary>
public sealed record SiteSettings
{
    public const int UsualFlagsToHold = 3, MostFlagsToHold = 100;

    public string Name { get; init; } = "صحيفتي";
    public string Description { get; init; } = "أخبار وآراء";
    public string TimeZone { get; init; } = "Asia/Riyadh";
    public DigitStyle Digits { get; init; }
    public MonthFamily Months { get; init; }
    public HijriDates Hijri { get; init; } = HijriDates.Mast;

    /// <summary>Days, −1 to 1: where the new moon was sighted otherwise than the Umm al-Qura calendar reckons.</summary>
    public int HijriOffset { get; init; }

    public DayOfWeek FirstDayOfWeek { get; init; }
    public FeedText FeedText { get; init; }

    /// <summary>Whether readers find the edition; the main one is always there.</summary>
    public bool InUse { get; init; } = true;

    /// <summary>Of the newsroom, and so the same in every edition.</summary>
    public SecondFactorFrom SecondFactorFrom { get; init; }

    /// <summary>Of the newsroom: whether the weigher has a say on comments beside the posting rules.</summary>
    public bool WeighComments { get; init; } = true;

    /// <summary>Of the newsroom: whether a thread that heats up tightens its level by itself.</summary>
    public bool TightensHotThreads { get; init; } = true;

    /// <summary>Of the newsroom: how many readers must have reported a comment for it to be held; 0: reports hold nothing.</summary>
    public int FlagsToHold { get; init; } = UsualFlagsToHold;

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    public const int MaxName = 60, MaxDescription = 300;

    /// <summary>The values by their names, as rows have them.</summary>
    public IReadOnlyDictionary<string, string> Written => new Dictionary<string, string>
    {
        [nameof(Name)] = Name,
        [nameof(Description)] = Description,
        [nameof(TimeZone)] = TimeZone,
        [nameof(Digits)] = Digits.ToString(),
        [nameof(Months)] = Months.ToString(),
        [nameof(Hijri)] = Hijri.ToString(),
        [nameof(HijriOffset)] = HijriOffset.ToString(CultureInfo.InvariantCulture),
        [nameof(FirstDayOfWeek)] = FirstDayOfWeek.ToString(),
        [nameof(FeedText)] = FeedText.ToString(),
        [nameof(InUse)] = InUse.ToString(),
        [nameof(SecondFactorFrom)] = SecondFactorFrom.ToString(),
        [nameof(WeighComments)] = WeighComments.ToString(),
        [nameof(TightensHotThreads)] = TightensHotThreads.ToString(),
        [nameof(FlagsToHold)] = FlagsToHold.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>What the row of an edition's value is called.</summary>
    public static string RowOf(string language, string name) => name is nameof(SecondFactorFrom) or nameof(WeighComments) or nameof(FlagsToHold) or nameof(TightensHotThreads) ? name : $"{language}:{name}";

    /// <summary>A row named <c>en:Name</c> is the English edition's; one named <c>Name</c> is every edition's that has none of its own.</summary>
    public static SiteSettings From(IReadOnlyDictionary<string, string> rows, string language)
    {
        var unset = DefaultsOf(language);
        return new()
        {
            Name = Row(nameof(Name)) ?? unset.Name,
            Description = Row(nameof(Description)) ?? unset.Description,
            TimeZone = Row(nameof(TimeZone)) is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : unset.TimeZone,
            Digits = Choice(nameof(Digits), unset.Digits),
            Months = Choice(nameof(Months), unset.Months),
            Hijri = Choice(nameof(Hijri), unset.Hijri),
            HijriOffset = int.TryParse(Row(nameof(HijriOffset)), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days) ? Math.Clamp(days, -1, 1) : 0,
            FirstDayOfWeek = Choice(nameof(FirstDayOfWeek), unset.FirstDayOfWeek),
            FeedText = Choice(nameof(FeedText), unset.FeedText),
            InUse = Truth(nameof(InUse)),
            SecondFactorFrom = Choice(nameof(SecondFactorFrom), unset.SecondFactorFrom),
            WeighComments = Truth(nameof(WeighComments)),
            TightensHotThreads = Truth(nameof(TightensHotThreads)),
            FlagsToHold = FlagsIn(Row(nameof(FlagsToHold))),
        };

        string? Row(string name) => rows.TryGetValue(RowOf(language, name), out var own) || rows.TryGetValue(name, out own) ? own : null;

        // What is on unless it was switched off.
        bool Truth(string name) => !bool.TryParse(Row(name), out var value) || value;

        T Choice<T>(string name, T otherwise) where T : struct, Enum => Enum.TryParse<T>(Row(name), out var chosen) && Enum.IsDefined(chosen) ? chosen : otherwise;
    }

    /// <summary><see cref="FlagsToHold"/> as it is stored now.</summary>
    public static async Task<int> FlagsToHoldAsync(NewsDb db, CancellationToken cancel) =>
        FlagsIn(await db.Settings.Where(row => row.Name == nameof(FlagsToHold)).Select(row => row.Value).FirstOrDefaultAsync(cancel));

    /// <summary><see cref="TightensHotThreads"/> as it is stored now.</summary>
    public static async Task<bool> TightensHotThreadsAsync(NewsDb db, CancellationToken cancel) =>
        !await db.Settings.AnyAsync(row => row.Name == nameof(TightensHotThreads) && row.Value == bool.FalseString, cancel);

    private static int FlagsIn(string? row) => int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var flags) ? Math.Min(flags, MostFlagsToHold) : UsualFlagsToHold;

    private static SiteSettings DefaultsOf(string language) => language switch
    {
        "ar" => new(),
        "fr" => new() { Name = "Mon journal", Description = "Actualités et opinions", Hijri = HijriDates.Nowhere, FirstDayOfWeek = DayOfWeek.Monday },
        _ => new() { Name = "My newspaper", Description = "News and opinion", Hijri = HijriDates.Nowhere, FirstDayOfWeek = DayOfWeek.Monday },
    };
}
