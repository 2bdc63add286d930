namespace NewsSite.Comments.PostingRules.Weighing;

/// <summary>A comment that somebody has judged.</summary>
/// <param name="Offends">Whether it breaks a rule.</param>
/// <param name="Rule">Which one, where that was told.</param>
/// <param name="Hand">Who wrote or gathered it: a weigher is never tried on a hand that it has learnt from. Null: learnt from, and never tried on.</param>
/// <param name="Weight">How much it counts; 1 is usual.</param>
/// <param name="Kind">What else is known of it, to count by.</param>
public sealed record LabelledComment(string Text, bool Offends, PostingRule? Rule, string? Hand, double Weight = 1, string Kind = "")
{
    /// <summary>The sentences beside the terms.</summary>
    public static IEnumerable<LabelledComment> OfTerms(IEnumerable<Term> terms) => terms.SelectMany(term => new LabelledComment[]
    {
        new(term.Offends, true, term.Rule, null, 0.5),
        new(term.Innocent, false, null, null, 0.5),
    }).Where(comment => comment.Text.Length > 0);
}

/// <summary>A labelled comment as rules and weigher together judge it.</summary>
/// <param name="Named">The rule that is named; null: posted.</param>
public sealed record TriedComment(LabelledComment Comment, PostingRule? Named);
