using System.Globalization;

namespace NewsSite.Import;

internal static class ExportTime
{
    /// <summary>ISO 8601, or as databases write it; UTC where it names no zone.</summary>
    public static DateTimeOffset? Of(string written) =>
        DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    /// <param name="milliseconds">Since 1970.</param>
    public static DateTimeOffset? Of(long milliseconds) =>
        milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
}
