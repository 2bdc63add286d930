using System.Globalization;
using NewsSite.Comments.PostingRules.Weighing;

namespace NewsSite.Web.Commands;

/// <summary>What rules and weigher do to comments of hands that the weigher has not learnt from.</summary>
internal sealed record RuleTrial(IReadOnlyList<TriedComment> Comments)
{
    public void Write(TextWriter to)
    {
        foreach (var hand in Comments.GroupBy(one => one.Comment.Hand))
        {
            to.WriteLine(Line(hand.Key!, [.. hand]));
        }
        var open = Comments.Where(one => one.Comment.Kind.Length > 0).ToList();
        foreach (var kind in open.GroupBy(one => one.Comment.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            to.WriteLine(Line($"open comments, {kind.Key}", [.. kind]));
        }
        to.WriteLine(Line("open comments", open));
        to.WriteLine(Line("written comments", [.. Comments.Where(one => one.Comment.Kind.Length == 0)]));
    }

    private static string Line(string name, List<TriedComment> comments)
    {
        var (offences, innocents) = (comments.Where(one => one.Comment.Offends).ToList(), comments.Where(one => !one.Comment.Offends).ToList());
        return string.Create(CultureInfo.InvariantCulture, $"{name,-24} {offences.Count,5} offences: {Share(offences, one => one.Named is not null),5:0.0} % caught, {Share(offences, one => one.Named is { } rule && rule == one.Comment.Rule),5:0.0} % by the rule; {innocents.Count,5} innocents: {Share(innocents, one => one.Named is not null),4:0.0} % touched");
    }

    private static double Share(List<TriedComment> of, Func<TriedComment, bool> which) => 100.0 * of.Count(which) / Math.Max(1, of.Count);
}
