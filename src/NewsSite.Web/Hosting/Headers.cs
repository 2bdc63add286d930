namespace NewsSite.Web.Hosting;

public static class Headers
{
    /// <summary>An address as a header can carry it: what is not ASCII percent-encoded, the rest as it is. A raw Arabic letter would be a 500.</summary>
    public static string Ascii(string address) => string.Concat(address.EnumerateRunes().Select(rune =>
        rune.Value is > 0x20 and < 0x7F ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));
}
