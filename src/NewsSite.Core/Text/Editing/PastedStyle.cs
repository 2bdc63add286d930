using System.Globalization;
using AngleSharp.Dom;

namespace NewsSite.Text.Editing;

/// <summary>How a stretch of pasted text looks, as far as Markdown can say it.</summary>
internal sealed record PastedStyle(bool Bold = false, bool Italic = false, bool Struck = false, string? Address = null)
{
    public static readonly PastedStyle Plain = new();

    public PastedStyle Inside(IElement element)
    {
        var style = element.LocalName switch
        {
            "b" or "strong" => this with { Bold = true },
            "i" or "em" or "cite" or "dfn" => this with { Italic = true },
            "s" or "strike" or "del" => this with { Struck = true },
            "a" => this with { Address = AddressOf(element.GetAttribute("href")) ?? Address },
            _ => this,
        };
        // The style has the last word: Google Docs wraps all in <b style="font-weight:normal">.
        foreach (var (name, value) in Declarations(element))
        {
            style = name switch
            {
                "font-weight" => style with { Bold = IsBold(value, style.Bold) },
                "font-style" => style with { Italic = value is "italic" or "oblique" },
                "text-decoration" or "text-decoration-line" when value.Contains("line-through", StringComparison.Ordinal) => style with { Struck = true },
                _ => style,
            };
        }
        return style;
    }

    public static bool IsHidden(IElement element) => element.HasAttribute("hidden") || Declarations(element).Any(one => one is
        ("display", "none") or ("visibility", "hidden") or ("mso-hide", "all") or ("mso-element", "comment-list" or "comment"));

    public static IEnumerable<(string Name, string Value)> Declarations(IElement element) =>
        (element.GetAttribute("style") ?? "").Split(';').Select(one => one.Split(':', 2)).Where(pair => pair.Length == 2)
        .Select(pair => (pair[0].Trim().ToLowerInvariant(), pair[1].Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim().ToLowerInvariant()));

    private static bool IsBold(string weight, bool was) => weight switch
    {
        "bold" or "bolder" => true,
        "normal" or "lighter" => false,
        _ => int.TryParse(weight, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number >= 600 : was,
    };

    private static string? AddressOf(string? written)
    {
        if (!Uri.TryCreate(written?.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https" or "mailto"))
        {
            return null;
        }
        // What would end the address in Markdown, or be taken for its own.
        return string.Concat(written!.Trim().Select(c => c is '(' or ')' or '<' or '>' or '\\' or '|' or '`' or '"' || char.IsWhiteSpace(c) || char.IsControl(c) ? Uri.HexEscape(c > '\xFF' ? ' ' : c) : c.ToString()));
    }
}
