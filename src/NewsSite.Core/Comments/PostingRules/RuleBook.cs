using NewsSite.Text;

namespace NewsSite.Comments.PostingRules;

/// <summary>All that the rules know, ready to judge. It holds no state of its own and may be used by many at once.</summary>
public sealed class RuleBook(IReadOnlyList<Term> terms)
{
    private static readonly Lazy<RuleBook> Book = new(() => new(
    [
        new("حمار", PostingRule.InsultToPerson, 60, "msa", "donkey", "يا حمار", "حمار الوحش في الحديقة"),
        new("غبي", PostingRule.InsultToPerson, 60, "msa", "stupid", "أنت غبي", "قرار غبي"),
        new("شرموط", PostingRule.Profanity, 95, "egypt", "whore", "يا شرموط", "جمال شرموخ"),
    ]));

    /// <summary>The terms that stand in the repository.</summary>
    public static IReadOnlyList<Term> PrintedTerms => Book.Value.Terms;

    public IReadOnlyList<Term> Terms => terms;

    /// <summary>By the terms that stand in the repository.</summary>
    public static RuleBook Printed => Book.Value;

    /// <summary>The strictest verdict first; none, and the comment may be posted.</summary>
    public IReadOnlyList<Verdict> Judge(string text, CommentContext context) =>
        [.. terms.SelectMany(term => Found(term, text)).OrderByDescending(verdict => verdict.Action).ThenByDescending(verdict => verdict.Certainty)];

    private static IEnumerable<Verdict> Found(Term term, string text)
    {
        var at = $" {ArabicText.Fold(text)} ".IndexOf($" {ArabicText.Fold(term.Text)} ", StringComparison.Ordinal);
        if (at >= 0)
        {
            yield return new(term.Rule, term.Certainty, term.Certainty >= 90 ? RuleAction.Refuse : RuleAction.Hold, [new(at, term.Text.Length, term.Text, ArabicText.Fold(term.Text), Aim.Nobody, true)]);
        }
    }
}
