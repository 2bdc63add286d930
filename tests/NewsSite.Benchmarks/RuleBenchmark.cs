using System.Diagnostics;
using System.Globalization;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;

namespace NewsSite.Benchmarks;

/// <summary>How long the posting rules take for a comment of 500 characters against all terms, and whether ten times the text takes ten times as long.</summary>
internal static class RuleBenchmark
{
    private const int Rounds = 3_000, Length = 500, Longest = 5_000;
    private const string Talk = "الخبر مهم جدا لكن الكاتب لم يذكر موقف الحكومة من الاتفاق الجديد، وأنا أظن أن القرار سيضر بالناس في المدن الصغيرة. والله تعبنا من هذه الوعود، ونريد أن نعرف متى تصل الكهرباء إلى القرية. ";
    private const string Abuse = "يا كلب ابن كلب ك.ل.ب ش*رموطة 7mar حـمـار غ ب ي والسوريين كلهم حثالة اطردوهم ";

    public static void Run()
    {
        var watch = Stopwatch.StartNew();
        var book = RuleBook.Printed;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"set-up, once a process     {watch.Elapsed.TotalMilliseconds,8:0.0} ms, {book.Terms.Count} terms"));
        foreach (var (name, text) in new[] { ("talk", Talk), ("abuse", Abuse), ("one letter", "ك "), ("one word", "كلب "), ("stars", "ك*") })
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-12} 500 characters {Judging(book, text, Length),8:0.000} ms   5,000 characters {Judging(book, text, Longest),8:0.000} ms"));
        }
    }

    private static double Judging(RuleBook book, string text, int length)
    {
        var comment = string.Concat(Enumerable.Repeat(text, (length / text.Length) + 1))[..length];
        var rounds = Rounds * Length / length;
        for (var i = 0; i < rounds; i++)
        {
            book.Judge(comment, CommentContext.None);
        }
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < rounds; i++)
        {
            book.Judge(comment, CommentContext.None);
        }
        return watch.Elapsed.TotalMilliseconds / rounds;
    }
}
