namespace NewsSite.Comments.PostingRules.Weighing;

/// <summary>How the rules' odds and the weigher's become one: above 0 the comment is held.</summary>
internal readonly record struct Together(double Start, double PerOdds, double PerLikeness)
{
    // Beyond these a rule says no more than «surely not» and «surely».
    private const double Least = -3, Most = 2;

    // A wrong hold costs a reader's patience, and there are many more innocents than offenders. What a rule holds stays held unless it looks quite harmless.
    private const double Doubt = 1.25, Trust = 1.25;

    public double Of(double? odds, bool isHeld, double likeness) => Start + (PerOdds * Bounded(odds)) + (PerLikeness * likeness) - Doubt + (isHeld ? Trust : 0);

    public static double Bounded(double? odds) => Math.Clamp(odds ?? Least, Least, Most);
}
