namespace NewsSite.Text;

/// <summary>The names that Arab countries give the Gregorian months.</summary>
public enum MonthFamily
{
    /// <summary>Egypt, Sudan, the Gulf: «يناير».</summary>
    Egypt,

    /// <summary>Syria, Lebanon, Jordan, Palestine, Iraq: «كانون الثاني».</summary>
    Levant,

    /// <summary>Tunisia and Algeria: «جانفي».</summary>
    Tunisia,

    /// <summary>Morocco: «غشت», «شتنبر».</summary>
    Morocco,

    /// <summary>Both, as pan-Arab papers write: «يوليو / تموز».</summary>
    Both,
}

/// <summary>Names of months and days. They are ours, not the culture's: those differ between machines.</summary>
public static class MonthNames
{
    private static readonly string[] Egypt = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
    private static readonly string[] Levant = ["كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"];
    private static readonly string[] Tunisia = ["جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
    private static readonly string[] Morocco = ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"];
    private static readonly string[] English = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] French = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    private static readonly string[] Hijri =
        ["محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة"];

    private static readonly string[] HijriLatin =
        ["Muharram", "Safar", "Rabi I", "Rabi II", "Jumada I", "Jumada II", "Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qada", "Dhu al-Hijja"];

    private static readonly string[] ArabicDays = ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"];
    private static readonly string[] EnglishDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
    private static readonly string[] FrenchDays = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

    private static readonly string[] ArabicShortDays = ["أحد", "اثنين", "ثلاثاء", "أربعاء", "خميس", "جمعة", "سبت"];
    private static readonly string[] EnglishShortDays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    private static readonly string[] FrenchShortDays = ["dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."];

    public static string Month(string language, MonthFamily family, int month) => (language, family) switch
    {
        ("ar", MonthFamily.Both) => $"{Egypt[month - 1]} / {Levant[month - 1]}",
        ("ar", MonthFamily.Levant) => Levant[month - 1],
        ("ar", MonthFamily.Tunisia) => Tunisia[month - 1],
        ("ar", MonthFamily.Morocco) => Morocco[month - 1],
        ("ar", _) => Egypt[month - 1],
        ("fr", _) => French[month - 1],
        _ => English[month - 1],
    };

    public static string HijriMonth(string language, int month) => (language == "ar" ? Hijri : HijriLatin)[month - 1];

    public static string Day(string language, DayOfWeek day) =>
        (language switch { "ar" => ArabicDays, "fr" => FrenchDays, _ => EnglishDays })[(int)day];

    /// <summary>As the head of a calendar's column.</summary>
    public static string ShortDay(string language, DayOfWeek day) =>
        (language switch { "ar" => ArabicShortDays, "fr" => FrenchShortDays, _ => EnglishShortDays })[(int)day];
}
