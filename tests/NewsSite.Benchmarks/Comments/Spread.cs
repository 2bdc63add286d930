namespace NewsSite.Benchmarks.Comments;

/// <summary>How times lie.</summary>
internal sealed class Spread(IEnumerable<double> times)
{
    private readonly double[] sorted = [.. times.Order()];

    public int Count => sorted.Length;

    public double At(double part) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))];
}
