namespace NewsSite.Text;

/// <summary>What people type for a letter because it looks or sounds like it.</summary>
internal static class LookAlikes
{
    private const string Foreign = "аеорсухіјкмтвнԁһѕԛԝӏɡαβορνκιτυχεηγωɑɩᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢꜱꜰ";
    private const string Latin = "aeopcyxijkmtbhdhsqwlgabopvkituxenywaiabcdeghijklmnoprtuvwyzsf";

    private static readonly Dictionary<char, char> Doubles = Foreign.Zip(Latin).ToDictionary();

    /// <summary>Cyrillic, Greek and small capitals as the Latin letters whose shape they have.</summary>
    public static char AsLatin(char c) => c is < 'ɐ' or >= '\u0600' and < '\u0900' ? c : Doubles.GetValueOrDefault(c, c);

    /// <summary>A digit or symbol that stands in an Arabic word, by its shape or by the custom of typing Arabic in Latin letters; NUL where it is none.</summary>
    /// <param name="written">As it stood: the Eastern five is a ha by its shape, the Western one a kha by custom.</param>
    public static char AsArabic(char c, char written) => c switch
    {
        '5' => written is '٥' or '۵' ? 'ه' : 'خ',
        '9' => written is '٩' or '۹' ? 'و' : 'ق',
        '4' => 'ع',
        '0' => 'ه',
        '1' or '|' or '¦' or '2' => 'ا',
        '3' => 'ع',
        '6' => 'ط',
        '7' => 'ح',
        '8' => 'ق',
        '@' => 'ا',
        '$' => 'س',
        'a' or 'i' or 'l' => 'ا',
        'b' or 'p' => 'ب',
        't' => 'ت',
        'j' => 'ج',
        'x' => 'خ',
        'd' => 'د',
        'r' => 'ر',
        'z' => 'ز',
        's' => 'س',
        'f' or 'v' => 'ف',
        'q' => 'ق',
        'k' or 'c' => 'ك',
        'm' => 'م',
        'n' => 'ن',
        'h' or 'o' => 'ه',
        'w' or 'u' or 'g' => 'و',
        'y' or 'e' => 'ي',
        _ => '\0',
    };

    /// <summary>A digit or symbol that stands in a Latin word; itself where it is none.</summary>
    public static char AsLatinLetter(char c) => c switch
    {
        '@' or '4' => 'a',
        '3' => 'e',
        '1' or '|' or '!' => 'i',
        '0' => 'o',
        '$' or '5' => 's',
        '7' => 't',
        _ => c,
    };
}
