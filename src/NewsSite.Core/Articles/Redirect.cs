using NewsSite.Text;

namespace NewsSite.Articles;

/// <summary>An address that once was, and where it leads now. Paths are decoded, NFC, without a trailing slash.</summary>
public sealed class Redirect(string path, string target, DateTimeOffset createdAt)
{
    public const int MaxPath = 500;

    public int Id { get; private set; }
    public string Path { get; private set; } = CleanText.Line(path);
    public string Target { get; private set; } = CleanText.Line(target);
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;
}
