namespace NewsSite.Comments.PostingRules.Weighing;

/// <summary>A labelled comment, read.</summary>
/// <param name="Odds">The most that a rule found; null: nothing.</param>
/// <param name="Named">The rule that holds it, without the weigher.</param>
/// <param name="Stands">Whether the weigher lifts no hold of it.</param>
internal sealed record Example(LabelledComment Comment, int[] Traits, double? Odds, PostingRule? Named, bool IsRefused, bool Stands);

/// <summary>Makes the weigher's table from labelled comments. The same comments in the same order make the same table.</summary>
public sealed class WeigherTraining
{
    // What the file can hold in 32 KB; and a trait of one or two comments is chance.
    private const int Kept = 29_600, Fewest = 3;

    // The few largest weights would make all others small.
    private const double Clipped = 0.99;

    private readonly RuleBook book = new(RuleBook.PrintedTerms, weighs: false);
    private readonly List<Example> examples;

    /// <param name="context">Under what the comments stand.</param>
    public WeigherTraining(IEnumerable<LabelledComment> comments, CommentContext context) => examples = [.. comments.Select(comment => book.Learn(comment, context))];

    /// <summary>The table of all comments, as it stands in <c>weights.bin</c>.</summary>
    public void Write(Stream file) => Table(examples).Write(file);

    /// <summary>Whether a file holds the table that these comments make. Another machine's arithmetic may differ in a last digit, and so in a weight or two.</summary>
    public bool Makes(Stream file)
    {
        var (made, kept) = (Table(examples), WeightTable.Read(file));
        var others = Enumerable.Range(0, Traits.Count).Count(trait => (made.Weights[trait], made.RuleOf[trait]) != (kept.Weights[trait], kept.RuleOf[trait]));
        return others <= Kept / 1000 && Math.Abs(made.Scale - kept.Scale) < 1e-3 && Math.Abs(made.Bias - kept.Bias) < 1e-2;
    }

    /// <summary>Each comment that has a hand, as it is judged when the weigher has learnt from the other hands alone.</summary>
    public IReadOnlyList<TriedComment> Try() => [.. Tried().Select(one => new TriedComment(one.Example.Comment, Judged(one.Example, one.Weigher)))];

    private static PostingRule? Judged(Example example, Weigher weigher) =>
        example.IsRefused || example.Stands ? example.Named
        : Together.Odds(example.Odds, example.Named is not null, weigher.Likeness(example.Traits)) < 0 ? null
        : example.Named ?? weigher.RuleOf(example.Traits);

    private List<(Example Example, Weigher Weigher)> Tried() =>
        [.. examples.Where(one => one.Comment.Hand is not null).GroupBy(one => one.Comment.Hand).AsParallel().AsOrdered().SelectMany(hand =>
        {
            var weigher = new Weigher(Table([.. examples.Where(one => one.Comment.Hand != hand.Key)]));
            return hand.Select(one => (one, weigher));
        })];

    private static WeightTable Table(IReadOnlyList<Example> from)
    {
        var counts = new int[Traits.Count];
        foreach (var trait in from.SelectMany(one => one.Traits.Distinct()))
        {
            counts[trait]++;
        }
        // First with all, then with those that told most.
        var all = Regression.On(from, null).Weights;
        var kept = new bool[Traits.Count];
        foreach (var trait in Enumerable.Range(0, Traits.Count).Where(trait => counts[trait] >= Fewest).OrderByDescending(trait => Math.Abs(all[trait]) * Math.Sqrt(counts[trait])).Take(Kept))
        {
            kept[trait] = true;
        }
        var regression = Regression.On(from, kept);
        var sizes = regression.Weights.Where(weight => weight != 0).Select(Math.Abs).Order().ToList();
        var scale = sizes.Count == 0 ? 1 : sizes[(int)((sizes.Count - 1) * Clipped)] / WeightTable.MostWeight;
        var weights = Array.ConvertAll(regression.Weights, weight => (sbyte)Math.Clamp(Math.Round(weight / scale), -WeightTable.MostWeight, WeightTable.MostWeight));
        return new(weights, RulesOf(from, weights), scale, regression.Bias);
    }

    /// <summary>Of each trait that tells much against a comment, the rule in whose breaches it is commonest.</summary>
    private static byte[] RulesOf(IReadOnlyList<Example> from, sbyte[] weights)
    {
        var breaches = from.Where(one => one.Comment.Rule is not null).ToLookup(one => one.Comment.Rule!.Value);
        var (rules, most) = (new byte[Traits.Count], new double[Traits.Count]);
        foreach (var of in breaches.OrderBy(of => of.Key))
        {
            var shares = new double[Traits.Count];
            foreach (var trait in of.SelectMany(one => one.Traits.Distinct()))
            {
                shares[trait] += 1.0 / of.Count();
            }
            for (var trait = 0; trait < shares.Length; trait++)
            {
                if (WeightTable.NamesRule(weights[trait]) && shares[trait] > most[trait])
                {
                    (rules[trait], most[trait]) = ((byte)of.Key, shares[trait]);
                }
            }
        }
        return rules;
    }
}
