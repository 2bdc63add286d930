using NewsSite.Comments.PostingRules.Aiming;
using NewsSite.Comments.PostingRules.Rules;
using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules;

/// <summary>All that the rules know, ready to judge. It holds no state of its own and may be used by many at once.</summary>
public sealed class RuleBook(IReadOnlyList<Term> terms)
{
    internal const double HoldingOdds = -0.2;
    internal const double RefusingOdds = 2.2;

    // A faith or a people insulted is a person insulted as well; the rule that says more stands first.
    private const double Generality = 1.5;

    private static readonly Lazy<RuleBook> Book = new(() => new(PrintedFiles.Terms));

    private static readonly IPostingRule[] Rules =
    [
        new InsultToWriterRule(), new InsultToPersonRule(), new InsultToSanctitiesRule(), new AttackOnReligionRule(),
        new SectarianIncitementRule(), new RacistIncitementRule(), new ProfanityRule(), new SpamRule(),
    ];

    private readonly Lexicon lexicon = new(terms, PrintedFiles.Words);

    /// <summary>The terms that stand in the repository.</summary>
    public static IReadOnlyList<Term> PrintedTerms => Book.Value.Terms;

    /// <summary>By the terms that stand in the repository.</summary>
    public static RuleBook Printed => Book.Value;

    public IReadOnlyList<Term> Terms => terms;

    /// <summary>The strictest verdict first; none, and the comment may be posted.</summary>
    public IReadOnlyList<Verdict> Judge(string text, CommentContext context)
    {
        var hearing = new Hearing(PassageReading.Read(Links.Blanked(text), lexicon, context), text);
        var found = Rules.Select(rule => (rule.Rule, Finding: rule.Ask(hearing))).Where(one => one.Finding is { Odds: >= HoldingOdds }).ToList();
        return [.. found.OrderByDescending(one => one.Finding!.MayRefuse).ThenByDescending(one => one.Finding!.Odds - (one.Rule == PostingRule.InsultToPerson ? Generality : 0)).Select(one => VerdictOf(one.Rule, one.Finding!))];
    }

    private static Verdict VerdictOf(PostingRule rule, Finding finding) =>
        new(rule, Likelihood.Certainty(finding.Odds), finding.MayRefuse ? RuleAction.Refuse : RuleAction.Hold, finding.Evidence);
}
