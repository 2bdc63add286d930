namespace NewsSite.Comments.PostingRules.Weighing;

/// <summary>A logistic regression on the traits that a comment has, learnt comment by comment with steps that shrink for a trait the more it was moved (AdaGrad).</summary>
internal sealed class Regression
{
    private const int Rounds = 12, Seed = 7;
    private const double Step = 0.5, StepOfBias = 0.05, CostOfWeight = 3e-4;

    private readonly float[] moved = new float[Traits.Count];

    public float[] Weights { get; } = new float[Traits.Count];

    public double Bias { get; private set; }

    /// <param name="kept">The traits that may have a weight; null: all.</param>
    public static Regression On(IReadOnlyList<Example> examples, bool[]? kept)
    {
        var regression = new Regression();
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(Seed);
        var ofBias = 1.0;
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var at in order)
            {
                ofBias = regression.Learn(examples[at], kept, ofBias);
            }
        }
        return regression;
    }

    private double Learn(Example example, bool[]? kept, double ofBias)
    {
        var share = 1 / Math.Sqrt(Math.Max(1, example.Traits.Length));
        var sum = Bias;
        foreach (var trait in example.Traits)
        {
            sum += Weights[trait] * share;
        }
        var error = ((example.Comment.Offends ? 1 : 0) - Likelihood.Share(sum)) * example.Comment.Weight;
        ofBias += error * error;
        Bias += StepOfBias * error / Math.Sqrt(ofBias);
        foreach (var trait in example.Traits)
        {
            if (kept is null || kept[trait])
            {
                var slope = (error * share) - (CostOfWeight * Weights[trait]);
                moved[trait] += (float)(slope * slope);
                Weights[trait] += (float)(Step * slope / (Math.Sqrt(moved[trait]) + 1e-6));
            }
        }
        return ofBias;
    }
}
