using System.Globalization;
using NewsSite.Settings;
using NewsSite.Text;

namespace NewsSite.Tests.Text;

public sealed class CalendarTests
{
    // From the published Umm al-Qura tables.
    [Theory]
    [InlineData("2022-01-12", 1443, 6, 9)]
    [InlineData("2023-03-23", 1444, 9, 1)]
    [InlineData("2023-07-19", 1445, 1, 1)]
    [InlineData("2024-03-11", 1445, 9, 1)]
    [InlineData("2024-04-10", 1445, 10, 1)]
    [InlineData("2024-07-07", 1446, 1, 1)]
    [InlineData("2025-03-01", 1446, 9, 1)]
    [InlineData("2025-06-06", 1446, 12, 10)]
    [InlineData("2025-06-26", 1447, 1, 1)]
    public void Known_days_have_their_Umm_al_Qura_date(string day, int year, int month, int dayOfMonth) =>
        Assert.Equal((year, month, dayOfMonth), UmmAlQura.Of(DateTime.Parse(day, CultureInfo.InvariantCulture), 0));

    [Fact]
    public void A_thousand_days_follow_each_other_without_a_gap_and_an_offset_is_a_day()
    {
        var first = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        for (var n = 0; n < 1_000; n++)
        {
            var day = first.AddDays(n);
            var (today, tomorrow) = (UmmAlQura.Of(day, 0)!.Value, UmmAlQura.Of(day.AddDays(1), 0)!.Value);
            var follows = tomorrow == (today.Year, today.Month, today.Day + 1)
                || (today.Day is 29 or 30 && tomorrow == (today.Month == 12 ? (today.Year + 1, 1, 1) : (today.Year, today.Month + 1, 1)));
            Assert.True(follows, $"{day:yyyy-MM-dd}: {today} then {tomorrow}");
            Assert.Equal(tomorrow, UmmAlQura.Of(day, 1));
            Assert.Equal(today, UmmAlQura.Of(day.AddDays(1), -1));
        }
    }

    [Fact]
    public void Outside_its_years_the_calendar_says_nothing() => Assert.Null(UmmAlQura.Of(new DateTime(1850, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), 0));

    [Theory]
    [InlineData(MonthFamily.Egypt, "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر")]
    [InlineData(MonthFamily.Levant, "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول")]
    [InlineData(MonthFamily.Tunisia, "جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر")]
    [InlineData(MonthFamily.Morocco, "يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليوز|غشت|شتنبر|أكتوبر|نونبر|دجنبر")]
    public void Each_family_names_the_months_as_its_countries_do(MonthFamily family, string names) =>
        Assert.Equal(names.Split('|'), Enumerable.Range(1, 12).Select(month => MonthNames.Month("ar", family, month)));

    [Fact]
    public void Both_is_written_as_the_seed_writes_it() => Assert.Equal("يوليو / تموز", MonthNames.Month("ar", MonthFamily.Both, 7));

    [Theory]
    [InlineData("2026-03-29T10:00:00Z", "Asia/Beirut", "2026-03-29T21:00:00Z")]
    [InlineData("2026-03-10T20:59:59Z", "Asia/Riyadh", "2026-03-10T21:00:00Z")]
    [InlineData("2026-03-10T21:00:00Z", "Asia/Riyadh", "2026-03-11T21:00:00Z")]
    [InlineData("2026-04-23T10:00:00Z", "Africa/Cairo", "2026-04-23T22:00:00Z")]
    public void The_next_day_begins_where_the_zone_says_even_when_its_clocks_jump_over_midnight(string now, string zone, string begins) =>
        Assert.Equal(DateTimeOffset.Parse(begins, CultureInfo.InvariantCulture), Midnight.After(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Fact]
    public void An_editions_own_settings_go_before_everybodys_and_nonsense_is_passed_over()
    {
        var settings = SiteSettings.From(new Dictionary<string, string>
        {
            ["Name"] = "الكل",
            ["en:Name"] = "English",
            ["Months"] = "Levant",
            ["Digits"] = "ArabicIndic",
            ["HijriOffset"] = "7",
            ["TimeZone"] = "Mars/Olympus",
            ["Hijri"] = "99",
        }, "ar");

        Assert.Equal(("الكل", MonthFamily.Levant, DigitStyle.ArabicIndic, 1, "Asia/Riyadh", HijriDates.Mast), (settings.Name, settings.Months, settings.Digits, settings.HijriOffset, settings.TimeZone, settings.Hijri));
        Assert.Equal("English", SiteSettings.From(new Dictionary<string, string> { ["Name"] = "الكل", ["en:Name"] = "English" }, "en").Name);
    }

    [Fact]
    public void Arabic_Indic_digits_change_nothing_but_digits() => Assert.Equal("١٢ يناير ٢٠٢٢", Digits.Of("12 يناير 2022", DigitStyle.ArabicIndic));
}
