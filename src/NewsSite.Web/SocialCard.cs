namespace NewsSite.Web;

/// <summary>What other sites and messengers show of a page's link (Open Graph).</summary>
public sealed record SocialCard(
    string Title, string Description, string Address,
    string? PictureKey = null, int? PictureWidth = null, int? PictureHeight = null, string? PictureText = null, string Type = "website");
