namespace NewsSite.Text;

/// <summary>Names of the Gregorian months. They are ours, not the culture's: those differ between machines.</summary>
public static class MonthNames
{
    private static readonly string[] Arabic =
        ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];

    private static readonly string[] English =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] French =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    private static readonly string[] ArabicDays = ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"];
    private static readonly string[] EnglishDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
    private static readonly string[] FrenchDays = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

    public static string Month(string language, int month) =>
        (language switch { "ar" => Arabic, "fr" => French, _ => English })[month - 1];

    public static string Day(string language, DayOfWeek day) =>
        (language switch { "ar" => ArabicDays, "fr" => FrenchDays, _ => EnglishDays })[(int)day];
}
