using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Localization;
using NewsSite.Articles;
using NewsSite.Media;
using NewsSite.Newsroom;
using NewsSite.Settings;
using NewsSite.Text;

namespace NewsSite.Web;

/// <summary>Every string that a reader sees, in the language of the page. The neutral resource is Arabic.</summary>
public sealed class SharedText;

public sealed class Words(IStringLocalizer<SharedText> text, PageFrame frame)
{
    public string this[string name] => text[name].Value;

    /// <summary>A sentence with one thing put in for <c>{0}</c>.</summary>
    public string With(string name, string what) => this[name].Replace("{0}", what, StringComparison.Ordinal);

    /// <summary>Something said in another language than the page's: for letters.</summary>
    public T In<T>(string language, Func<T> say)
    {
        var ours = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = Hosting.Cultures.StringsOf(language);
            return say();
        }
        finally
        {
            CultureInfo.CurrentUICulture = ours;
        }
    }

    /// <summary>A counted string: one resource a plural form, <c>Name.Few</c>, with <c>{n}</c> for the number.</summary>
    public string Count(string name, long number) =>
        this[$"{name}.{Plural.Of(frame.Language, number)}"].Replace("{n}", Number(number), StringComparison.Ordinal);

    /// <summary>Why a picture was not taken.</summary>
    public string Fault(PictureFault fault) => With($"Picture.Fault.{fault}", fault switch
    {
        PictureFault.TooLarge => Number(PictureIntake.MaxBytes >> 20),
        PictureFault.TooManyPixels => Number(Darkroom.MaxPixels / 1_000_000),
        _ => "",
    });

    /// <summary>Why a story cannot be published yet.</summary>
    public string Fault(PublishFault fault) => this[$"Publish.Fault.{fault}"];

    public string Number(long number) => Digits.Of(number, frame.Settings.Digits);

    public string Ago(RelativeTime time) => time.Unit == TimeUnit.Moment ? this["Ago.Moment"] : Count($"Ago.{time.Unit}", time.Count);

    /// <summary>The forms of <see cref="Ago"/> for the script that renews them, as JSON that may stand in a page.</summary>
    public string AgoForms()
    {
        var units = Enum.GetValues<TimeUnit>().Where(unit => unit != TimeUnit.Moment);
        var forms = units.SelectMany(unit => FormsOf($"Ago.{unit}").Select(form => ($"{unit}.{form.Key}".ToLowerInvariant(), (object)form.Value)))
            .Append(("moment", this["Ago.Moment"])).Append(("arabicDigits", frame.Settings.Digits == DigitStyle.ArabicIndic)).ToDictionary();
        // Escapes <, > and &.
        return JsonSerializer.Serialize(forms, AgoJson);
    }

    /// <summary>The forms of a counted string, by plural form as browsers name it, for scripts.</summary>
    public IReadOnlyDictionary<string, string> FormsOf(string name) =>
        Plural.FormsOf(frame.Language).ToDictionary(form => form.ToString().ToLowerInvariant(), form => this[$"{name}.{form}"]);

    /// <summary>JSON that may stand in a page: &lt;, &gt; and &amp; are escaped.</summary>
    public static string Json(object value) => JsonSerializer.Serialize(value, AgoJson);

    private static readonly JsonSerializerOptions AgoJson = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>«12 يناير 2022», in the edition's time zone; with the Umm al-Qura date where the edition has it everywhere.</summary>
    public string Date(DateTimeOffset moment) =>
        frame.Settings.Hijri == HijriDates.Everywhere && Hijri(moment) is { } hijri ? $"{Gregorian(moment)} · {hijri}" : Gregorian(moment);

    /// <summary>«12 يناير»: for lists whose year is plain.</summary>
    public string ShortDate(DateTimeOffset moment)
    {
        var local = Local(moment);
        return Numerals(string.Create(CultureInfo.InvariantCulture, $"{local.Day} {Month(local.Month)}"));
    }

    /// <summary>«الأربعاء 12 يناير 2022 · 9 جمادى الآخرة 1443».</summary>
    public string Today()
    {
        var day = $"{MonthNames.Day(frame.Language, Local(frame.Now).DayOfWeek)} {Gregorian(frame.Now)}";
        return frame.Settings.Hijri != HijriDates.Nowhere && Hijri(frame.Now) is { } hijri ? $"{day} · {hijri}" : day;
    }

    public bool IsThisYear(DateTimeOffset moment) => Local(moment).Year == ThisYear;

    public int ThisYear => Local(frame.Now).Year;

    public string Year(int year) => Numerals(year.ToString(CultureInfo.InvariantCulture));

    public string MonthAndYear(int year, int month) => $"{Month(month)} {Numerals(year.ToString(CultureInfo.InvariantCulture))}";

    public string Month(int month) => MonthNames.Month(frame.Language, frame.Settings.Months, month);

    /// <summary>«12 يناير 2022، 17:30».</summary>
    public string DateAndTime(DateTimeOffset moment) => $"{Gregorian(moment)}{this["Comma"]} {Time(moment)}";

    public string Time(DateTimeOffset moment) => Numerals(Local(moment).ToString("HH:mm", CultureInfo.InvariantCulture));

    public bool IsToday(DateTimeOffset moment) => Local(moment).Date == Local(frame.Now).Date;

    private string Gregorian(DateTimeOffset moment)
    {
        var local = Local(moment);
        return Numerals(string.Create(CultureInfo.InvariantCulture, $"{local.Day} {Month(local.Month)} {local.Year}"));
    }

    private string? Hijri(DateTimeOffset moment) => UmmAlQura.Of(Local(moment).DateTime, frame.Settings.HijriOffset) is var (year, month, day)
        ? Numerals(string.Create(CultureInfo.InvariantCulture, $"{day} {MonthNames.HijriMonth(frame.Language, month)} {year}"))
        : null;

    public string Label(LabelKind kind) => this[$"Label.{kind}"];

    private DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, frame.Settings.Zone);

    private string Numerals(string written) => Digits.Of(written, frame.Settings.Digits);
}
