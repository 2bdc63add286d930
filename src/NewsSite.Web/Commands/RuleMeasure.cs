using System.Globalization;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using Sylvan.Data.Csv;

namespace NewsSite.Web.Commands;

/// <summary>What the rules do to labelled comments.</summary>
internal sealed record RuleMeasure(IReadOnlyList<RuleMeasure.Judged> Comments)
{
    private const int Worst = 20, Shown = 160;

    public sealed record Judged(string Text, bool IsOffensive, string Agreement, string Kind, IReadOnlyList<Verdict> Verdicts)
    {
        public bool IsTouched => Verdicts.Count > 0;
    }

    public static RuleMeasure Of(TextReader csv)
    {
        var comments = new List<Judged>();
        using var reader = CsvDataReader.Create(csv);
        int text = reader.GetOrdinal("Comment"), label = reader.GetOrdinal("Label"), agreement = reader.GetOrdinal("Agreement"), kind = reader.GetOrdinal("Kind");
        while (reader.Read())
        {
            var comment = LabelledFiles.Cleaned(reader.GetString(text));
            comments.Add(new(comment, reader.GetString(label) == "Offensive", reader.GetString(agreement), reader.GetString(kind), RuleBook.Printed.Judge(comment, CommentContext.None)));
        }
        return new(comments);
    }

    public void Write(TextWriter to)
    {
        to.WriteLine(Share("V, stopped or held", comment => comment.Kind == "V"));
        to.WriteLine(Share("HS, stopped or held", comment => comment.Kind == "HS"));
        to.WriteLine(Share("Offensive, stopped or held", comment => comment.IsOffensive));
        to.WriteLine(Share("Non-Offensive touched", comment => !comment.IsOffensive));
        to.WriteLine(Share("Non-Offensive of 3/3 touched", comment => !comment.IsOffensive && comment.Agreement == "3/3"));
        to.WriteLine("\nOffensive and posted, the sharpest first:");
        foreach (var miss in Comments.Where(comment => comment.IsOffensive && !comment.IsTouched).OrderByDescending(comment => comment.Kind).ThenByDescending(comment => comment.Agreement).Take(Worst))
        {
            to.WriteLine($"  {miss.Kind,-2} {miss.Agreement} {Short(miss.Text)}");
        }
        to.WriteLine("\nHarmless and touched, the surest first:");
        foreach (var touch in Comments.Where(comment => !comment.IsOffensive && comment.IsTouched).OrderByDescending(comment => comment.Agreement).ThenByDescending(comment => comment.Verdicts[0].Certainty).Take(Worst))
        {
            to.WriteLine($"  {touch.Agreement} {touch.Verdicts[0].Rule} {touch.Verdicts[0].Certainty} «{string.Join("», «", touch.Verdicts[0].Evidence.Select(evidence => evidence.Folded))}»: {Short(touch.Text)}");
        }
    }

    private string Share(string name, Func<Judged, bool> which)
    {
        var all = Comments.Where(which).ToList();
        var touched = all.Count(comment => comment.IsTouched);
        return string.Create(CultureInfo.InvariantCulture, $"{name,-30} {touched,5} of {all.Count,5}  {100.0 * touched / Math.Max(1, all.Count),5:0.0} %");
    }

    private static string Short(string text) => text.Length <= Shown ? text : text[..Shown] + "…";
}
