namespace NewsSite.Comments.PostingRules.Weighing;

/// <summary>
/// How the rules' odds and the weigher's become one: a sum, held from 0 on. The numbers are those that in cross-validation caught most of the written comments
/// while touching few of their innocents, and did no less on the open ones than the rules alone (README.md).
/// </summary>
internal static class Together
{
    private const double Start = 1.05, PerOdds = 0.9, PerLikeness = 0.8;

    // What a rule holds has a reason that can be shown; likeness alone must say more.
    private const double Held = 0.5;

    // Beyond these a rule says no more than «surely not» and «surely».
    private const double Least = -3, Most = 2;

    public static double Odds(double? odds, bool isHeld, double likeness) => Start + (PerOdds * Math.Clamp(odds ?? Least, Least, Most)) + (PerLikeness * likeness) + (isHeld ? Held : 0);
}
