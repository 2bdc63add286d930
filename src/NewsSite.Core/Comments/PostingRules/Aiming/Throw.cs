namespace NewsSite.Comments.PostingRules.Aiming;

/// <summary>At whom a telling word is thrown, and how much that adds to its odds or takes from them.</summary>
internal readonly record struct Throw(Aim Aim, double Push, double Softening)
{
    public double Odds => Push + Softening;
}
