using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules.Weighing;

/// <summary>
/// How much a comment is like those that broke a rule, beyond what the lists know: a logistic regression on <see cref="Traits"/>, made by <see cref="WeigherTraining"/>.
/// It adds to what the rules found.
/// </summary>
internal sealed class Weigher(WeightTable table)
{
    private const int MostWords = 4;

    // They tell of whom or at whom something is said, not what.
    private const WordKind Pointers =
        WordKind.Call | WordKind.You | WordKind.Writer | WordKind.Commenter | WordKind.Somebody | WordKind.Pointing | WordKind.Self | WordKind.All | WordKind.Common | WordKind.Preposition | WordKind.Copula;

    private static readonly Lazy<Weigher> Known = new(() => new(WeightTable.Read(PrintedFiles.Weights)));

    /// <summary>With the weights that stand in the repository.</summary>
    public static Weigher Printed => Known.Value;

    /// <summary>What it looks at in a comment.</summary>
    public List<Trait> TraitsOf(Passage passage) => Traits.Of(passage, new HiddenLetters(table).In(passage));

    /// <summary>Log odds of a breach.</summary>
    public double Likeness(ReadOnlySpan<int> traits)
    {
        var sum = 0;
        foreach (var trait in traits)
        {
            sum += table.Weights[trait];
        }
        return table.Bias + (sum * table.Scale / Math.Sqrt(Math.Max(1, traits.Length)));
    }

    /// <summary>The rule that comments like this one break most; where nothing tells, the one that is broken most.</summary>
    public PostingRule RuleOf(ReadOnlySpan<int> traits)
    {
        Span<int> votes = stackalloc int[WeightTable.Rules + 1];
        foreach (var trait in traits)
        {
            if (WeightTable.NamesRule(table.Weights[trait]))
            {
                votes[table.RuleOf[trait]] += table.Weights[trait];
            }
        }
        var most = (int)PostingRule.InsultToPerson;
        for (var rule = 1; rule < votes.Length; rule++)
        {
            most = votes[rule] > votes[most] ? rule : most;
        }
        return (PostingRule)most;
    }

    /// <summary>The words that speak most for a breach, the weightiest first. None of them is a name, a faith, a people, or only points at one: whoever names or calls somebody has said nothing of them yet.</summary>
    public IReadOnlyList<int> WordsOf(Passage passage, IReadOnlyList<Trait> traits)
    {
        var weights = new int[passage.Words.Count];
        foreach (var trait in traits.Where(trait => !trait.IsMasked))
        {
            weights[trait.Word] += table.Weights[trait.Number];
        }
        return [.. Enumerable.Range(0, weights.Length).Where(word => weights[word] > 0 && !IsPointer(passage.Words[word].Kinds)).OrderByDescending(word => weights[word]).Take(MostWords)];
    }

    private static bool IsPointer(WordKind kinds) => kinds != WordKind.None && (kinds & ~Pointers) == 0;
}
