using NewsSite.Text;

namespace NewsSite.Articles;

/// <summary>An address that once was, and where it leads now.</summary>
public sealed class Redirect
{
    public const int MaxPath = 500;

    private Redirect() { }

    public Redirect(string path, string target, DateTimeOffset createdAt)
    {
        Path = Tidy(path);
        Target = CleanText.Line(target);
        CreatedAt = createdAt;
    }

    public int Id { get; private set; }

    /// <summary>Decoded, NFC, lower case, without a trailing slash.</summary>
    public string Path { get; private set; } = "";

    /// <summary>A path of this site, percent-encoded, or an absolute address.</summary>
    public string Target { get; private set; } = "";

    /// <summary>The target as <see cref="Path"/> would spell it; what it asks for with ? is another matter.</summary>
    public string TargetPath => Tidy(Uri.UnescapeDataString(Target.Split('?', '#')[0]));

    public DateTimeOffset CreatedAt { get; private set; }
    public int Hits { get; private set; }

    /// <returns>null where both are the same.</returns>
    public static Redirect? Between(string before, string after, DateTimeOffset now) =>
        // Of letters that take three bytes each an address may be too long to keep; decoded it is not, and is encoded again where it is sent.
        before == after ? null : new(Uri.UnescapeDataString(before), after.Length > MaxPath ? Uri.UnescapeDataString(after) : after, now);

    /// <summary>One spelling for all that lead to the same place.</summary>
    public static string Tidy(string path) => CleanText.Line(path).ToLowerInvariant().TrimEnd('/') is { Length: > 0 } tidy ? tidy : "/";
}
