using System.Globalization;
using NewsSite.Settings;
using NewsSite.Text;

namespace NewsSite.Web;

/// <summary>How an edition writes numbers, dates and times, under these settings.</summary>
public sealed record EditionWriting(string Language, SiteSettings Settings)
{
    public string Number(long number) => Digits.Of(number, Settings.Digits);

    /// <summary>«12 يناير 2022», in the edition's time zone; with the Umm al-Qura date where the edition has it everywhere.</summary>
    public string Date(DateTimeOffset moment) =>
        Settings.Hijri == HijriDates.Everywhere && Hijri(moment) is { } hijri ? $"{Gregorian(moment)} · {hijri}" : Gregorian(moment);

    /// <summary>«12 يناير»: for lists whose year is plain.</summary>
    public string ShortDate(DateTimeOffset moment)
    {
        var local = Local(moment);
        return Numerals(string.Create(CultureInfo.InvariantCulture, $"{local.Day} {Month(local.Month)}"));
    }

    /// <summary>«الأربعاء 12 يناير 2022 · 9 جمادى الآخرة 1443».</summary>
    public string Today(DateTimeOffset now)
    {
        var day = $"{MonthNames.Day(Language, Local(now).DayOfWeek)} {Gregorian(now)}";
        return Settings.Hijri != HijriDates.Nowhere && Hijri(now) is { } hijri ? $"{day} · {hijri}" : day;
    }

    public string Year(int year) => Numerals(year.ToString(CultureInfo.InvariantCulture));

    public string MonthAndYear(int year, int month) => $"{Month(month)} {Year(year)}";

    public string Month(int month) => MonthNames.Month(Language, Settings.Months, month);

    public string Time(DateTimeOffset moment) => Numerals(Local(moment).ToString(Language == "fr" ? "H\u00a0'h'\u00a0mm" : "HH:mm", CultureInfo.InvariantCulture));

    public string Gregorian(DateTimeOffset moment)
    {
        var local = Local(moment);
        return Numerals(string.Create(CultureInfo.InvariantCulture, $"{local.Day} {Month(local.Month)} {local.Year}"));
    }

    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Settings.Zone);

    private string? Hijri(DateTimeOffset moment) => UmmAlQura.Of(Local(moment).DateTime, Settings.HijriOffset) is var (year, month, day)
        ? Numerals(string.Create(CultureInfo.InvariantCulture, $"{day} {MonthNames.HijriMonth(Language, month)} {year}"))
        : null;

    public string Numerals(string written) => Digits.Of(written, Settings.Digits);
}
