using System.Security.Cryptography;
using System.Text.RegularExpressions;
using NewsSite.Caching;
using NewsSite.Text;

namespace NewsSite.Media;

/// <summary>A picture in the library. How it is cut and made ready: <c>Picture.Renditions.cs</c>.</summary>
public sealed partial class Picture : IPageSubject
{
    public const int MaxKey = 80, MaxFileName = 120, MaxAlternativeText = 300, MaxCaption = 300, MaxCredit = 120;

    private Picture() { }

    /// <summary>One whose files are all there already.</summary>
    /// <param name="width">Of the largest rendition, in pixels; so is <paramref name="height"/>.</param>
    public Picture(string key, int width, int height, IEnumerable<int> widths)
    {
        Key = key;
        Width = width;
        Height = height;
        Widths = [.. widths.Order()];
        Ready = true;
        Tell();
    }

    /// <summary>One that has come in: its master is written, what readers get is still to be made.</summary>
    internal Picture(string key, Master master, string contentHash, string fileName, int? takenBy, DateTimeOffset now)
    {
        Key = key;
        (Width, Height, MasterFormat) = (master.Width, master.Height, master.Format);
        Widths = RenditionPlan.WidthsOf(Width);
        ContentHash = contentHash;
        FileName = Cut(CleanText.Line(fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..]), MaxFileName);
        (TakenBy, TakenAt) = (takenBy, now);
        FocusVersion = 1;
        AwaitsRenditions = true;
        Tell();
    }

    public int Id { get; private set; }

    /// <summary>The beginning of its files' names, and its name in Markdown. It says nothing about the picture: addresses of unpublished ones cannot be guessed.</summary>
    public string Key { get; private set; } = "";

    public int Width { get; private set; }
    public int Height { get; private set; }

    /// <summary>SHA-256 of the bytes that came; null for the demo's.</summary>
    public string? ContentHash { get; private set; }

    /// <summary>As the sender called it: for finding, never for a file of ours.</summary>
    public string FileName { get; private set; } = "";

    // What a story that takes the picture starts from; the story may say it otherwise.
    public string AlternativeText { get; private set; } = "";
    public string Caption { get; private set; } = "";
    public string Credit { get; private set; } = "";

    /// <summary>All of its words, folded: the library searches here.</summary>
    public string SearchText { get; private set; } = "";

    public DateTimeOffset? TakenAt { get; private set; }

    /// <summary>The number of whoever brought it.</summary>
    public int? TakenBy { get; private set; }

    public bool FromDemo { get; init; }

    public IEnumerable<string> PageTags => [.. Languages.All.Select(Caching.PageTags.Edition)];

    public void Describe(string alternativeText, string caption, string credit)
    {
        AlternativeText = CleanText.Line(alternativeText);
        Caption = CleanText.Line(caption);
        Credit = CleanText.Line(credit);
        Tell();
    }

    internal static string NewKey() =>
        RandomNumberGenerator.GetString("23456789", 1) + RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 11);

    /// <summary>Whether a file's name begins with such a key: others (films, their posters, the demo's) were not put there by the intake.</summary>
    internal static bool HasNewKey(string fileName) => NewKeyPattern().IsMatch(fileName);

    [GeneratedRegex(@"^[2-9][a-km-np-z2-9]{11}(-f[0-9]+)?(-([0-9]+|card))?\.(avif|webp|jpg|png)$")]
    private static partial Regex NewKeyPattern();

    private void Tell() => SearchText = ArabicText.Fold($"{FileName}\n{AlternativeText}\n{Caption}\n{Credit}");

    // Not between the halves of one letter.
    private static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
