using System.Text.RegularExpressions;

namespace NewsSite.Text;

/// <summary>No-break spaces where a line must not break. Nothing written is changed but the kind of a space.</summary>
public static partial class LineBreaks
{
    private const string NoBreakSpace = "\u00A0";

    public static string Guard(string text) => AfterNumber().Replace(BeforeMark().Replace(text, NoBreakSpace), NoBreakSpace);

    // «روسيا ، » as writers space it; «–» and «/» must not begin a line.
    [GeneratedRegex(@"[ \n](?=[،؛؟,;:!?.»%٪–—/])")]
    private static partial Regex BeforeMark();

    // A number keeps the word it counts: «12 يناير», «150 مليون», "5.2 kW". A year at a clause's end is followed by no short word.
    [GeneratedRegex(@"(?<=(?:^|[\s\u00A0(«“""])[\d٠-٩][\d٠-٩.,٫٬]*) (?=[\p{L}%٪])")]
    private static partial Regex AfterNumber();
}
