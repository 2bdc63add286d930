namespace NewsSite.Text;

/// <summary>The letter table that search and the posting rules share.</summary>
internal static class ArabicLetters
{
    private const int First = 0x0600, Past = 0x0900;

    // Letters of Persian, Kurdish, Urdu, Pashto, Sindhi, Uyghur and the Maghreb, by the Arabic letter that they stand for or are mistaken for.
    private static readonly (char Letter, string Kin)[] Families =
    [
        ('ا', "ٲٳٵݳݴ"), ('ب', "پٻڀݐݒݔݕݖ"), ('ت', "ٹٺټٽ"), ('ث', "ٿݑݓ"), ('ج', "چڃڄڇڿݮݯ"), ('ح', "ځڂݗݘ"), ('خ', "څݼ"),
        ('د', "ڈډڊڋڍݙݚ"), ('ذ', "ڌڎڏڐ"), ('ر', "ڑڒړڔڕږۯݛݬݱ"), ('ز', "ژڗݫ"), ('س', "ښڛݜݽ"), ('ش', "ڜۺݭݰ"), ('ص', "ڝ"), ('ض', "ڞۻ"), ('ط', "ڟ"),
        ('ع', "ڠۼݝݟ"), ('غ', "ݞ"), ('ف', "ڡڢڣڤڥڦݠݡ"), ('ق', "ٯڧڨ"), ('ك', "ګڬڭڮڰڱڲڳڴݢݣݤݿ"), ('ل', "ڵڶڷڸݪ"), ('م', "ݥݦ"), ('ن', "ںڹڻڼڽݧݨݩ"),
        ('ه', "ۂۃەۿ"), ('و', "ۄۅۆۇۈۉۊۋۏٶٷݸݹ"), ('ي', "ؠۍێۑےۓٸݵݶݷݺݻ"),
    ];

    private static readonly char[] Skeletons = Table();

    /// <summary>For search: what spelling and keyboards make different.</summary>
    public static char Plain(char c) => c switch
    {
        'ٱ' => 'ا',
        'ى' or 'ی' or 'ې' => 'ي',
        'ة' or 'ە' or 'ہ' or 'ھ' or 'ۀ' => 'ه',
        'ک' or 'ڪ' => 'ك',
        'گ' => 'ك',
        >= '٠' and <= '٩' => (char)('0' + (c - '٠')),
        >= '۰' and <= '۹' => (char)('0' + (c - '۰')),
        _ => c,
    };

    /// <summary>For the posting rules: whatever may be read as an Arabic letter is that letter.</summary>
    public static char Bare(char c) => c is >= (char)First and < (char)Past ? Skeletons[c - First] : c;

    public static bool IsArabic(char c) => c is >= 'ء' and <= 'ي' or Dotless;

    /// <summary>Beh without its dot, which may be any of five letters.</summary>
    public const char Dotless = '\u066E';

    public static bool IsDotless(char c) => c is Dotless or '\u066F' or '\u06A1' or '\u06BA';

    /// <summary>The stroke without its dots.</summary>
    public static char Stroke(char c) => c switch
    {
        'ب' or 'ت' or 'ث' or 'ن' or 'ي' => Dotless,
        'ج' or 'خ' => 'ح',
        'ذ' => 'د',
        'ز' => 'ر',
        'ش' => 'س',
        'ض' => 'ص',
        'ظ' => 'ط',
        'غ' => 'ع',
        'ق' => 'ف',
        _ => c,
    };

    /// <summary>The letters that are one stroke without their dots.</summary>
    public static string OfStroke(char c) => Stroke(c) switch
    {
        Dotless => "بتثني",
        'ح' => "حجخ",
        'د' => "دذ",
        'ر' => "رز",
        'س' => "سش",
        'ص' => "صض",
        'ط' => "طظ",
        'ع' => "عغ",
        'ف' => "فق",
        var other => other.ToString(),
    };

    private static char[] Table()
    {
        var table = new char[Past - First];
        for (var c = First; c < Past; c++)
        {
            table[c - First] = Plain((char)c);
        }
        foreach (var (letter, kin) in Families)
        {
            kin.AsSpan().ToArray().ToList().ForEach(c => table[c - First] = letter);
        }
        return table;
    }
}
