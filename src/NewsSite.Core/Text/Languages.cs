namespace NewsSite.Text;

/// <summary>The languages that the site is written in. The main one's edition has no prefix in its addresses.</summary>
public static class Languages
{
    public const string Main = "ar";

    public static readonly IReadOnlyList<string> All = ["ar", "en", "fr"];

    /// <summary>As readers of it call it.</summary>
    public static string NameOf(string language) => language switch { "ar" => "العربية", "fr" => "Français", _ => "English" };

    public static string DirectionOf(string language) => language == "ar" ? "rtl" : "ltr";
}
