namespace NewsSite.Text;

/// <summary>A picture that a body shows.</summary>
/// <param name="Key">Of the library; null: named by its address.</param>
public sealed record BodyPicture(string? Key, string AlternativeText);
