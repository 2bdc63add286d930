namespace NewsSite.Text;

public enum PluralForm { Zero, One, Two, Few, Many, Other }

/// <summary>CLDR's plural rules for whole numbers, in the three languages of the site.</summary>
public static class Plural
{
    public static PluralForm Of(string language, long number) => language switch
    {
        "ar" => Arabic(number),
        "fr" => French(number),
        _ => number == 1 ? PluralForm.One : PluralForm.Other,
    };

    /// <summary>The forms that a counted string of this language must have.</summary>
    public static IReadOnlyList<PluralForm> FormsOf(string language) => language switch
    {
        "ar" => Enum.GetValues<PluralForm>(),
        "fr" => [PluralForm.One, PluralForm.Many, PluralForm.Other],
        _ => [PluralForm.One, PluralForm.Other],
    };

    private static PluralForm Arabic(long number) => (number, number % 100) switch
    {
        (0, _) => PluralForm.Zero,
        (1, _) => PluralForm.One,
        (2, _) => PluralForm.Two,
        (_, >= 3 and <= 10) => PluralForm.Few,
        (_, >= 11) => PluralForm.Many,
        _ => PluralForm.Other,
    };

    private static PluralForm French(long number) => number switch
    {
        0 or 1 => PluralForm.One,
        _ when number % 1_000_000 == 0 => PluralForm.Many,
        _ => PluralForm.Other,
    };
}
