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
using NewsSite.Web.Hosting;

namespace NewsSite.Web;

/// <summary>Every string that a reader sees, in the language of the page. The neutral resource is Arabic.</summary>
public sealed class SharedText;

public sealed class Words(IStringLocalizer<SharedText> text, PageFrame frame)
{
    /// <summary>The posting rules may have words of the newsroom's own: see <see cref="SiteOutline.RuleWords"/>.</summary>
    public string this[string name] => frame.Outline.RuleWords(frame.Language, name) ?? text[name].Value;

    /// <summary>A string as the program brings it, in any of the site's languages.</summary>
    public string In(string language, string name)
    {
        var here = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = Cultures.StringsOf(language);
            return text[name].Value;
        }
        finally
        {
            CultureInfo.CurrentUICulture = here;
        }
    }

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

    /// <summary>How long, in whole seconds, minutes or hours; never shorter than it is.</summary>
    public string Span(TimeSpan time) =>
        time < TimeSpan.FromMinutes(2) ? Count("Span.Second", (long)Math.Ceiling(time.TotalSeconds))
        : time < TimeSpan.FromHours(2) ? Count("Span.Minute", (long)Math.Ceiling(time.TotalMinutes))
        : Count("Span.Hour", (long)Math.Ceiling(time.TotalHours));

    /// <summary>Why a picture was not taken.</summary>
    public string Fault(PictureFault fault) => With($"Picture.Fault.{fault}", fault switch
    {
        PictureFault.TooLarge => Number(PictureIntake.MaxBytes >> 20),
        PictureFault.TooManyPixels => Number(Darkroom.MaxPixels / 1_000_000),
        _ => "",
    });

    /// <summary>Why a story cannot be published yet.</summary>
    public string Fault(PublishFault fault) => this[$"Publish.Fault.{fault}"];

    public string Number(long number) => Writing.Number(number);

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

    public string Date(DateTimeOffset moment) => Writing.Date(moment);

    public string ShortDate(DateTimeOffset moment) => Writing.ShortDate(moment);

    /// <summary>The day of the mast.</summary>
    public string Today() => Writing.Today(frame.Now);

    public bool IsThisYear(DateTimeOffset moment) => Writing.Local(moment).Year == ThisYear;

    public int ThisYear => Writing.Local(frame.Now).Year;

    public string Year(int year) => Writing.Year(year);

    public string MonthAndYear(int year, int month) => Writing.MonthAndYear(year, month);

    public string Month(int month) => Writing.Month(month);

    /// <summary>«12 يناير 2022، 17:30».</summary>
    public string DateAndTime(DateTimeOffset moment) => $"{Writing.Gregorian(moment)}{this["Comma"]} {Time(moment)}";

    public string Time(DateTimeOffset moment) => Writing.Time(moment);

    public bool IsToday(DateTimeOffset moment) => IsToday(Writing.Local(moment).Date);

    public bool IsToday(DateTime date) => date == Writing.Local(frame.Now).Date;

    public string Weekday(DayOfWeek day) => MonthNames.Day(frame.Language, day);

    public string ShortWeekday(DayOfWeek day) => MonthNames.ShortDay(frame.Language, day);

    /// <summary>«جمادى الأولى – جمادى الآخرة 1443»: what a month has of the Hijri year, where the edition has it everywhere.</summary>
    public string? HijriMonths(DateTime first)
    {
        var (from, to) = (UmmAlQura.Of(first, frame.Settings.HijriOffset), UmmAlQura.Of(first.AddMonths(1).AddDays(-1), frame.Settings.HijriOffset));
        if (frame.Settings.Hijri != HijriDates.Everywhere || from is not { } begins || to is not { } ends)
        {
            return null;
        }
        var year = begins.Year == ends.Year ? "" : string.Create(CultureInfo.InvariantCulture, $" {begins.Year}");
        var start = begins.Month == ends.Month ? "" : $"{MonthNames.HijriMonth(frame.Language, begins.Month)}{year} – ";
        return Writing.Numerals(string.Create(CultureInfo.InvariantCulture, $"{start}{MonthNames.HijriMonth(frame.Language, ends.Month)} {ends.Year}"));
    }

    public string HijriDay(DateTime date) => UmmAlQura.Of(date, frame.Settings.HijriOffset) is var (_, _, day) ? Number(day) : "";

    public string Label(LabelKind kind) => this[$"Label.{kind}"];

    private EditionWriting Writing => new(frame.Language, frame.Settings);
}
