namespace NewsSite.Web;

/// <summary>Plain links that hand a story to other services; nothing of theirs is loaded here.</summary>
public sealed record ShareLinks(string Headline, string Address)
{
    private string Url => Uri.EscapeDataString(Address);
    private string Text => Uri.EscapeDataString(Headline);

    public IEnumerable<(string Name, string Link)> All =>
    [
        ("WhatsApp", $"https://wa.me/?text={Text}%20{Url}"),
        ("Telegram", $"https://t.me/share/url?url={Url}&text={Text}"),
        ("X", $"https://x.com/intent/post?url={Url}&text={Text}"),
        ("Facebook", $"https://www.facebook.com/sharer/sharer.php?u={Url}"),
    ];
}
