using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Tests.Support;
using Sylvan.Data.Csv;

namespace NewsSite.Tests.Comments;

/// <summary>Pairs of a comment that plainly breaks a rule and its near twin that breaks none, written before the matcher. Each is judged once for all tests.</summary>
public static class Twins
{
    public static readonly CommentContext Context = new("ستولتنبرغ: الحلف لا يسعى إلى المواجهة", ["نور السبكي"], ["ينس ستولتنبرغ"], null, "");

    public static readonly IReadOnlyList<Pair> All = Read();

    public sealed record Judged(string Text, IReadOnlyList<Verdict> Verdicts)
    {
        public bool IsTouched => Verdicts.Count > 0;

        public static Judged Of(string text) => new(text, RuleBook.Printed.Judge(text, Context));
    }

    public sealed record Pair(PostingRule Rule, Judged Offends, Judged Innocent);

    private static List<Pair> Read()
    {
        var pairs = new List<Pair>();
        using var reader = CsvDataReader.Create(Path.Combine(Repository.Root, "tests", "NewsSite.Tests", "Comments", "twins.csv"));
        while (reader.Read())
        {
            pairs.Add(new(Enum.Parse<PostingRule>(reader.GetString(0)), Judged.Of(reader.GetString(2)), Judged.Of(reader.GetString(3))));
        }
        return pairs;
    }
}
