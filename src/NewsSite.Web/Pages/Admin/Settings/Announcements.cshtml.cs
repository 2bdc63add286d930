using Microsoft.AspNetCore.Mvc;
using NewsSite.Data;
using NewsSite.Settings;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Admin.Settings;

public sealed class AnnouncementsModel(PageFrame frame, Words words, NewsDb db, TimeProvider clock) : SettingsPage(frame, words, db, clock)
{
    public sealed class AnnouncementInput
    {
        public string Text { get; set; } = "";
        public string Link { get; set; } = "";
        public string LinkText { get; set; } = "";
        public string From { get; set; } = "";
        public string Until { get; set; } = "";
    }

    public sealed class InputModel
    {
        public AnnouncementInput Strip { get; set; } = new();
        public AnnouncementInput Box { get; set; } = new();
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public override string Part => "announcements";

    /// <summary>How the strip and the box would look, where that was asked.</summary>
    public IReadOnlyDictionary<AnnouncementSlot, HouseAnnouncement?>? Preview { get; private set; }

    protected override IReadOnlyDictionary<string, string> Stored => Written(Frame.Outline.Announcement(Edition, AnnouncementSlot.Strip), Frame.Outline.Announcement(Edition, AnnouncementSlot.Box));

    protected override IReadOnlyDictionary<string, string> Unset => Written(null, null);

    public void OnGet()
    {
        (Input.Strip, Input.Box) = (InputOf(AnnouncementSlot.Strip), InputOf(AnnouncementSlot.Box));
        Begin();
    }

    public IActionResult OnPostPreview()
    {
        var (strip, box) = (Read(Input.Strip, AnnouncementSlot.Strip), Read(Input.Box, AnnouncementSlot.Box));
        Preview = new Dictionary<AnnouncementSlot, HouseAnnouncement?> { [AnnouncementSlot.Strip] = strip, [AnnouncementSlot.Box] = box };
        return ModelState.IsValid ? Page() : AskAgain();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var (strip, box) = (Read(Input.Strip, AnnouncementSlot.Strip), Read(Input.Box, AnnouncementSlot.Box));
        return ModelState.IsValid ? await SaveAsync(Written(strip, box), cancel) : AskAgain();
    }

    private static Dictionary<string, string> Written(HouseAnnouncement? strip, HouseAnnouncement? box) =>
        HouseAnnouncement.Written(AnnouncementSlot.Strip, strip).Concat(HouseAnnouncement.Written(AnnouncementSlot.Box, box)).ToDictionary();

    private AnnouncementInput InputOf(AnnouncementSlot slot) => Frame.Outline.Announcement(Edition, slot) is not { } one ? new()
        : new() { Text = one.Text, Link = one.Link, LinkText = one.LinkText, From = ForField(one.From), Until = ForField(one.Until) };

    // An empty text is no announcement, whatever else was typed.
    private HouseAnnouncement? Read(AnnouncementInput input, AnnouncementSlot slot)
    {
        if (CleanText.Line(input.Text) is not { Length: > 0 } text)
        {
            return null;
        }
        Limit(text, $"{slot}.{nameof(input.Text)}", HouseAnnouncement.MaxText);
        Limit(input.LinkText, $"{slot}.{nameof(input.LinkText)}", HouseAnnouncement.MaxLinkText);
        Limit(input.Link, $"{slot}.{nameof(input.Link)}", HouseAnnouncement.MaxLink);
        var link = Frame.PathHere(input.Link.Trim());
        if (link.Length > 0 && !IsLink(link))
        {
            Refuse($"{slot}.{nameof(input.Link)}", Words["Announcement.Link.Wrong"]);
        }
        var (from, until) = (FromField(input.From, $"{slot}.{nameof(input.From)}"), FromField(input.Until, $"{slot}.{nameof(input.Until)}"));
        if (until <= (from ?? DateTimeOffset.MinValue))
        {
            Refuse($"{slot}.{nameof(input.Until)}", Words["Announcement.Until.Early"]);
        }
        return new(text, link, CleanText.Line(input.LinkText), from, until);
    }

    private static bool IsLink(string link) => (link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal) && !link.Contains('\\', StringComparison.Ordinal))
        || (Uri.TryCreate(link, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https");
}
