using System.Globalization;

namespace NewsSite.Benchmarks.Comments;

/// <summary>Comments as readers write them, none like another.</summary>
internal static class Talk
{
    private static readonly string[] Sentences =
    [
        "الخبر مهم جدا لكن الكاتب لم يذكر موقف الحكومة من الاتفاق الجديد.",
        "أظن أن القرار سيضر بالناس في المدن الصغيرة قبل غيرها.",
        "والله تعبنا من هذه الوعود، ونريد أن نعرف متى تصل الكهرباء إلى القرية!",
        "شكرا على التغطية، وأتمنى أن تنشروا الأرقام كاملة مع مصدرها.",
        "قرأت المقال مرتين ولم أفهم لماذا تأخر التوقيع إلى هذا الوقت.",
        "في رأيي السياسة التي يتحدث عنها المقال فاشلة منذ عشر سنوات.",
        "من يدفع الثمن في النهاية؟ المواطن البسيط طبعا.",
        "أتفق مع ما قاله الوزير عن التعليم، وأختلف معه في كل ما بقي.",
        "عندنا في الجنوب الوضع مختلف تماما عما يقوله التقرير.",
        "هل هناك موعد محدد للتنفيذ أم أنه كلام للاستهلاك فقط؟",
        "نقطة جيدة، لكنها تحتاج إلى دراسة أطول ورأي أهل الخبرة.",
        "الأسعار ارتفعت مرة أخرى هذا الشهر ولا أحد يسأل عن السبب.",
        "أرجو من الموقع متابعة الموضوع بعد شهر من الآن.",
        "كنت هناك يوم الحادث، وما رأيته يطابق ما كتبتم.",
        "لو سألتم أصحاب المحلات في السوق القديم لسمعتم قصة أخرى.",
        "الحل ليس في الاجتماعات وإنما في العمل على الأرض.",
        "تحليل هادئ ومتوازن نفتقده في كثير من المواقع.",
        "ننتظر من البرلمان أن يناقش الأمر علنا.",
    ];

    private static readonly string[] Names = ["سلمى", "مروان الخطيب", "أبو يوسف", "هدى من حلب", "قارئ قديم", "Karim", "ليلى عبد الله", "م. سامر", "ابن البلد", "نادية"];

    private static readonly string[] Months = ["شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "أيلول", "تشرين"];

    private const int Readers = 5_000;

    /// <summary>By which the comments of one run are found again. Letters and figures at random can read as an insult in Latin letters, or as a number to call.</summary>
    public static string Mark() => string.Join(' ', Random.Shared.GetItems(Months, 4));

    public static string Name(int number) => Names[number % Names.Length];

    public static string Email(int number) => string.Create(CultureInfo.InvariantCulture, $"reader{number % Readers}@example.org");

    /// <param name="run">Of whose comments this is one, so that they are found again.</param>
    public static string Body(string run, int number)
    {
        var length = 1 + (number % 4);
        var sentences = Enumerable.Range(0, length).Select(i => Sentences[((number * 7) + (i * (1 + (number / 18 % 17)))) % Sentences.Length]);
        return string.Create(CultureInfo.InvariantCulture, $"{string.Join(length > 2 ? "\n\n" : " ", sentences)} ({run} {number})");
    }
}
