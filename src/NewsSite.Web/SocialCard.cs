using NewsSite.Media;

namespace NewsSite.Web;

/// <summary>What other sites and messengers show of a page's link (Open Graph).</summary>
public sealed record SocialCard(
    string Title, string Description, string Address,
    PictureView? Picture = null, string? PictureText = null, string Type = "website");
