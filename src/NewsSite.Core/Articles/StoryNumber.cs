using System.Globalization;
using System.Text.RegularExpressions;
using NewsSite.Text;

namespace NewsSite.Articles;

/// <summary>The number of a story in what somebody typed or pasted: the number itself, its address or its conversation's, or its short link.</summary>
public static partial class StoryNumber
{
    /// <returns>null where none can be read.</returns>
    public static int? In(string typed)
    {
        var written = ArabicText.Fold(typed).Trim().TrimEnd('/');
        return ShortLink().Match(written) is { Success: true } link
            ? ShortCode.Parse(link.Groups[1].Value)
            : LastNumber().Match(written) is { Success: true } match && int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
    }

    [GeneratedRegex(@"/a/([a-z0-9]{3,7})$")]
    private static partial Regex ShortLink();

    [GeneratedRegex(@"(?:^|[-/]|[?&]article=)([0-9]{1,9})(?:[?#&].*)?$")]
    private static partial Regex LastNumber();
}
