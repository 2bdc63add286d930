namespace NewsSite.Web;

/// <summary>Something that readers choose for their own browser: its name there, the string of its legend, and value and string of each option.</summary>
public sealed record ReaderChoice(string Name, string Legend, params IReadOnlyList<(string Value, string Label)> Options)
{
    public static readonly IReadOnlyList<ReaderChoice> All =
    [
        new("size", "TextSize", ("small", "Small"), ("", "Normal"), ("large", "Large")),
        new("spacing", "Spacing", ("", "Normal"), ("wide", "Wide")),
        new("theme", "Theme", ("", "System"), ("light", "Light"), ("dark", "Dark")),
    ];
}
