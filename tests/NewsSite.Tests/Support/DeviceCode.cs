using System.Globalization;
using System.Security.Cryptography;

namespace NewsSite.Tests.Support;

/// <summary>The six digits that an app on a phone shows: RFC 6238.</summary>
public static class DeviceCode
{
    /// <param name="written">The key in base 32, as the page prints it.</param>
    public static string Now(string written)
    {
        var bits = string.Concat(written.Where(char.IsLetterOrDigit).Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2)).ToArray();
        var step = BitConverter.GetBytes(DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
        Array.Reverse(step);
#pragma warning disable CA5350 // The standard's own hash.
        var hash = HMACSHA1.HashData(key, step);
#pragma warning restore CA5350
        var at = hash[^1] & 15;
        return (((hash[at] & 127) << 24 | hash[at + 1] << 16 | hash[at + 2] << 8 | hash[at + 3]) % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }
}
