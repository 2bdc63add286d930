namespace NewsSite.Comments.PostingRules;

/// <summary>Certainties add up as log odds: what speaks for and against a breach is a sum.</summary>
internal static class Likelihood
{
    public static double Odds(int certainty) => Math.Log(certainty / (100.0 - certainty));

    public static int Certainty(double odds) => Math.Clamp((int)Math.Round(100 * Share(odds)), 1, 99);

    /// <summary>0–1.</summary>
    public static double Share(double odds) => 1 / (1 + Math.Exp(-odds));
}
