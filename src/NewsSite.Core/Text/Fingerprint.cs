using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Text;

/// <summary>What a form showed, in a few characters that come back with it: whoever saves over a change they have not seen is told.</summary>
public static class Fingerprint
{
    private const int Length = 16;

    public static string Of(params IEnumerable<object?> values) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', values))))[..Length];
}
