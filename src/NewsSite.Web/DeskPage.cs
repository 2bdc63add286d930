using Microsoft.AspNetCore.Mvc;
using NewsSite.Accounts;
using NewsSite.Settings;
using NewsSite.Web.Accounts;

namespace NewsSite.Web;

/// <summary>A page of the newsroom. Who may open it stands in <see cref="Hosting.Authorization"/>.</summary>
public abstract class DeskPage(PageFrame frame, Words words) : PrivatePage(frame, words)
{
    public StaffMember Member => User.Member!;

    /// <summary>Why the act came to nothing, where no single field is to blame.</summary>
    public string? Refusal { get; private set; }

    protected IActionResult RefuseAll(string sentence)
    {
        Refusal = sentence;
        return AskAgain();
    }

    protected override Task<IActionResult?> BeforeAsync(CancellationToken cancel) => Task.FromResult<IActionResult?>(
        Frame.Settings.SecondFactorFrom.IsDemandedOf(Member) && !Member.HasSecondFactor ? RedirectToPage("/Account/SetUpSecondFactor") : null);

    // Wall-clock time of the edition, as a browser's field writes it.
    private const string FieldTime = "yyyy-MM-dd'T'HH:mm";

    protected string ForField(DateTimeOffset? moment) =>
        moment is { } at ? TimeZoneInfo.ConvertTime(at, Frame.Settings.Zone).ToString(FieldTime, System.Globalization.CultureInfo.InvariantCulture) : "";

    /// <returns>null where nothing was typed; a sentence stands at the field where it is no time.</returns>
    protected DateTimeOffset? FromField(string typed, string field)
    {
        if (typed.Length == 0)
        {
            return null;
        }
        if (!DateTime.TryParseExact(typed, [FieldTime, FieldTime + "':'ss"], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var local))
        {
            Refuse(field, Words["Field.Unreadable"]);
            return null;
        }
        var zone = Frame.Settings.Zone;
        // An hour that the clocks leap over counts as the one after.
        return new DateTimeOffset(local, zone.GetUtcOffset(zone.IsInvalidTime(local) ? local.AddHours(1) : local)).ToUniversalTime();
    }
}
