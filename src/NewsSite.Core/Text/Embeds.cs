using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsSite.Text;

/// <summary>An address of a known service alone on a line becomes a card of our own. Nothing of theirs is loaded until a reader presses it, and then only where a frame is allowed.</summary>
internal static partial class Embeds
{
    public static void Arrange(IElement body, string language)
    {
        foreach (var link in body.QuerySelectorAll("p > a:only-child").ToList())
        {
            if (link.ParentElement!.TextContent.Trim() == link.TextContent.Trim() && link.GetAttribute("href") is { } address
                && link.TextContent.Trim() == address && ServiceOf(address) is var (name, frame))
            {
                link.ParentElement.Replace(CardOf(link, name, frame, address, language));
            }
        }
    }

    private static IElement CardOf(IElement link, string service, string? frame, string address, string language)
    {
        var card = link.Owner!.CreateElement("div");
        card.ClassName = "embed";
        if (frame is not null)
        {
            card.SetAttribute("data-frame", frame);
        }
        link.TextContent = language switch { "ar" => $"شاهد على {service}", "fr" => $"Voir sur {service}", _ => $"See it on {service}" };
        var where = link.Owner.CreateElement("span");
        where.SetAttribute("dir", "ltr");
        where.TextContent = address;
        link.AppendChild(where);
        card.AppendChild(link);
        return card;
    }

    private static (string Name, string? Frame)? ServiceOf(string address) =>
        YouTube().Match(address) is { Success: true } film ? ("YouTube", $"https://www.youtube-nocookie.com/embed/{film.Groups[1].Value}")
        : Telegram().Match(address) is { Success: true } post ? ("Telegram", $"https://t.me/{post.Groups[1].Value}?embed=1")
        : X().IsMatch(address) ? ("X", null)
        : Instagram().IsMatch(address) ? ("Instagram", null)
        : null;

    [GeneratedRegex(@"^https://(?:(?:www\.|m\.)?youtube\.com/watch\?v=|youtu\.be/)([\w-]{11})(?:[?&]\S*)?$")]
    private static partial Regex YouTube();

    [GeneratedRegex(@"^https://t\.me/(\w+/\d+)$")]
    private static partial Regex Telegram();

    [GeneratedRegex(@"^https://(?:x|twitter)\.com/\w+/status/\d+(?:\?\S*)?$")]
    private static partial Regex X();

    [GeneratedRegex(@"^https://(?:www\.)?instagram\.com/(?:p|reel)/[\w-]+/?(?:\?\S*)?$")]
    private static partial Regex Instagram();
}
