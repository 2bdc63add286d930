using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NewsSite.Data;
using NewsSite.Settings;
using NewsSite.Text;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Pages.Admin.Settings;

public sealed class GeneralModel(PageFrame frame, Words words, NewsDb db, TimeProvider clock, SiteAddress address) : SettingsPage(frame, words, db, clock)
{
    public sealed class InputModel
    {
        public string Name { get; set; } = "";
        public string Description { get; set; } = "";
        public string TimeZone { get; set; } = "";
        public DigitStyle Digits { get; set; }
        public MonthFamily Months { get; set; }
        public HijriDates Hijri { get; set; }
        public int HijriOffset { get; set; }
        public DayOfWeek FirstDayOfWeek { get; set; }
        public FeedText FeedText { get; set; }
        public bool InUse { get; set; }
        public SecondFactorFrom SecondFactorFrom { get; set; }
        public bool WeighComments { get; set; }
        public bool TightensHotThreads { get; set; }
        public string FlagsToHold { get; set; } = "";
    }

    // Of four, five and six letters in the families: they differ most in summer.
    private static readonly DateTimeOffset Summer = new(2026, 8, 15, 12, 0, 0, TimeSpan.Zero);

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public override string Part => "";

    public SiteSettings Now => Frame.Outline.SettingsOf(Edition);

    public bool IsMain => Edition == Languages.Main;

    /// <summary>The public address, which is configuration; null: none is configured.</summary>
    public Uri? Configured => address.Configured;

    /// <summary>How the chosen values would look, where that was asked.</summary>
    public EditionWriting? Preview { get; private set; }

    public static IEnumerable<string> Zones => TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.HasIanaId).Select(zone => zone.Id).Order(StringComparer.Ordinal);

    public IEnumerable<SelectListItem> Digits => Choices<DigitStyle>(digits => $"{Words[$"Settings.Digits.{digits}"]} — {Text.Digits.Of(1284, digits)}");

    public IEnumerable<SelectListItem> Months => Choices<MonthFamily>(months => $"{Words[$"Settings.Months.{months}"]} — {new EditionWriting(Edition, Now with { Months = months }).Gregorian(Summer)}");

    public IEnumerable<SelectListItem> Hijri => Choices<HijriDates>(hijri => Words[$"Settings.Hijri.{hijri}"]);

    public IEnumerable<SelectListItem> HijriOffsets => Enumerable.Range(-1, 3).Select(days => new SelectListItem(
        Words[$"Settings.HijriOffset.{days}"], days.ToString(CultureInfo.InvariantCulture)));

    public IEnumerable<SelectListItem> Days => Choices<DayOfWeek>(day => MonthNames.Day(Frame.Language, day));

    public IEnumerable<SelectListItem> FeedTexts => Choices<FeedText>(text => Words[$"Settings.FeedText.{text}"]);

    public IEnumerable<SelectListItem> SecondFactors => Choices<SecondFactorFrom>(from => Words[$"Settings.SecondFactorFrom.{from}"]);

    protected override IReadOnlyDictionary<string, string> Stored => Now.Written;

    protected override IReadOnlyDictionary<string, string> Unset => SiteSettings.From(
        Frame.Outline.SettingRows.Where(row => !Stored.Keys.Select(name => SiteSettings.RowOf(Edition, name)).Contains(row.Key)).ToDictionary(), Edition).Written;

    public void OnGet()
    {
        var now = Now;
        Input = new()
        {
            Name = now.Name,
            Description = now.Description,
            TimeZone = now.TimeZone,
            Digits = now.Digits,
            Months = now.Months,
            Hijri = now.Hijri,
            HijriOffset = now.HijriOffset,
            FirstDayOfWeek = now.FirstDayOfWeek,
            FeedText = now.FeedText,
            InUse = now.InUse,
            SecondFactorFrom = now.SecondFactorFrom,
            WeighComments = now.WeighComments,
            TightensHotThreads = now.TightensHotThreads,
            FlagsToHold = now.FlagsToHold.ToString(CultureInfo.InvariantCulture),
        };
        Begin();
    }

    public IActionResult OnPostPreview()
    {
        if (!Check())
        {
            return AskAgain();
        }
        Preview = new(Edition, Wanted());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => Check() ? await SaveAsync(Wanted().Written, cancel) : AskAgain();

    private bool Check()
    {
        Require(Input.Name, nameof(Input.Name), SiteSettings.MaxName);
        Require(Input.Description, nameof(Input.Description), SiteSettings.MaxDescription);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Input.TimeZone.Trim(), out var zone) || !zone.HasIanaId)
        {
            Refuse(nameof(Input.TimeZone), Words["Settings.TimeZone.Unknown"]);
        }
        if (Input.HijriOffset is < -1 or > 1)
        {
            Refuse(nameof(Input.HijriOffset), Words["Field.Unreadable"]);
        }
        if (Flags is null)
        {
            Refuse(nameof(Input.FlagsToHold), Words.With("Settings.FlagsToHold.Range", Words.Number(SiteSettings.MostFlagsToHold)));
        }
        return ModelState.IsValid;
    }

    // Arabic digits are digits.
    private int? Flags => int.TryParse(Text.ArabicText.Fold(Input.FlagsToHold).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var flags) && flags <= SiteSettings.MostFlagsToHold ? flags : null;

    // Months have one name in English and French, and the main edition is always in use: those forms do not ask.
    private SiteSettings Wanted() => Now with
    {
        Name = CleanText.Line(Input.Name),
        Description = CleanText.Line(Input.Description),
        TimeZone = Input.TimeZone.Trim(),
        Digits = Input.Digits,
        Months = IsMain ? Input.Months : Now.Months,
        Hijri = Input.Hijri,
        HijriOffset = Input.HijriOffset,
        FirstDayOfWeek = Input.FirstDayOfWeek,
        FeedText = Input.FeedText,
        InUse = IsMain || Input.InUse,
        SecondFactorFrom = Input.SecondFactorFrom,
        WeighComments = Input.WeighComments,
        TightensHotThreads = Input.TightensHotThreads,
        FlagsToHold = Flags ?? Now.FlagsToHold,
    };

    private static IEnumerable<SelectListItem> Choices<T>(Func<T, string> name) where T : struct, Enum =>
        Enum.GetValues<T>().Select(one => new SelectListItem(name(one), one.ToString()));
}
