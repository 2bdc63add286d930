using NewsSite.Comments.PostingRules.Aiming;
using NewsSite.Comments.PostingRules.Rules;
using NewsSite.Comments.PostingRules.Weighing;
using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules;

/// <summary>All that the rules know, ready to judge. It holds no state of its own and may be used by many at once.</summary>
/// <param name="weighs">Whether the weigher has a say besides the rules.</param>
public sealed class RuleBook(IReadOnlyList<Term> terms, bool weighs = true)
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

    public bool Weighs => weighs;

    /// <summary>The strictest verdict first; none, and the comment may be posted.</summary>
    public IReadOnlyList<Verdict> Judge(string text, CommentContext context)
    {
        var (passage, found) = Ask(text, context);
        var verdicts = VerdictsOf(found);
        return !weighs || IsRefused(verdicts) ? verdicts : Weighed(passage, found, verdicts);
    }

    /// <summary>By the rules alone.</summary>
    public IReadOnlyList<Verdict> JudgeByRules(string text, CommentContext context) => VerdictsOf(Ask(text, context).Found);

    internal Example Learn(LabelledComment comment, CommentContext context)
    {
        var (passage, found) = Ask(comment.Text, context);
        var verdicts = VerdictsOf(found);
        return new(comment, [.. Traits.Of(passage).Select(trait => trait.Number)], MostOf(found), verdicts.Count > 0 ? verdicts[0].Rule : null, IsRefused(verdicts), found.Exists(one => one.Finding.Stands));
    }

    private static bool IsRefused(List<Verdict> verdicts) => verdicts.Exists(verdict => verdict.Action == RuleAction.Refuse);

    private (Passage Passage, List<(PostingRule Rule, Finding Finding)> Found) Ask(string text, CommentContext context)
    {
        var bare = Links.Blanked(text);
        var hearing = new Hearing(PassageReading.Read(bare, lexicon, context), text, bare);
        return (hearing.Passage, [.. Rules.Select(rule => (rule.Rule, Finding: rule.Ask(hearing)!)).Where(one => one.Finding is not null)]);
    }

    private static double? MostOf(List<(PostingRule Rule, Finding Finding)> found) => found.Count > 0 ? found.Max(one => one.Finding.Odds) : null;

    private static List<Verdict> VerdictsOf(List<(PostingRule Rule, Finding Finding)> found) =>
        [.. found.Where(one => one.Finding.Odds >= HoldingOdds)
            .OrderByDescending(one => one.Finding.MayRefuse).ThenByDescending(one => one.Finding.Odds - (one.Rule == PostingRule.InsultToPerson ? Generality : 0)).Select(one => VerdictOf(one.Rule, one.Finding))];

    /// <summary>What a rule doubts, and what no rule knows, is held if it is like what broke a rule; a hold that is not like it is lifted, but for what stands by itself.</summary>
    private static List<Verdict> Weighed(Passage passage, List<(PostingRule Rule, Finding Finding)> found, List<Verdict> verdicts)
    {
        var traits = Weigher.Printed.TraitsOf(passage);
        int[] numbers = [.. traits.Select(trait => trait.Number)];
        var (doubted, standing) = (found.FindAll(one => !one.Finding.Stands), VerdictsOf(found.FindAll(one => one.Finding.Stands)));
        var odds = Together.Odds(MostOf(doubted), VerdictsOf(doubted).Count > 0, Weigher.Printed.Likeness(numbers));
        if (odds < 0)
        {
            return standing;
        }
        if (verdicts.Count > 0)
        {
            return verdicts;
        }
        var words = Weigher.Printed.WordsOf(passage, traits);
        return words.Count == 0 ? []
            : [new(Weigher.Printed.RuleOf(numbers), Likelihood.Certainty(odds), RuleAction.Hold,
                [.. words.Select(word => passage.EvidenceOf(word, word, null, Aim.Nobody, false))], IsWeighed: true)];
    }

    private static Verdict VerdictOf(PostingRule rule, Finding finding) =>
        new(rule, Likelihood.Certainty(finding.Odds), finding.MayRefuse ? RuleAction.Refuse : RuleAction.Hold, finding.Evidence);
}
