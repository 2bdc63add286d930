using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using NewsSite.Data;

namespace NewsSite.Comments;

/// <summary>Who wrote, by keyed hashes: the same person twice has the same ones, and nobody without the site key learns more.</summary>
/// <param name="Email">Of the address, however it is spelled.</param>
/// <param name="Address">Of the network address; null where there is none, as on the command line.</param>
/// <param name="Face">What the avatar is drawn from: of another key, so that it does not lead to <paramref name="Email"/>.</param>
public sealed record CommenterKeys(string Email, string? Address, string Face)
{
    private const int FaceBytes = 6, Ipv6NetworkBytes = 8;

    public static CommenterKeys Of(SiteKey key, string email, IPAddress? from)
    {
        var plain = Encoding.UTF8.GetBytes(Plain(email));
        return new(Hash(key, "commenters by email", plain), from is null ? null : AddressKey(key, from), Hash(key, "avatars", plain)[..(2 * FaceBytes)]);
    }

    /// <summary>Of whoever has no address that is known: the same for the same account of another program; without one, nobody's again.</summary>
    internal static CommenterKeys OfStranger(SiteKey key, string? account, IPAddress? from)
    {
        var plain = account is null ? RandomNumberGenerator.GetBytes(16) : Encoding.UTF8.GetBytes(account);
        return new(Hash(key, "commenters by account elsewhere", plain), from is null ? null : AddressKey(key, from), Hash(key, "avatars elsewhere", plain)[..(2 * FaceBytes)]);
    }

    public static string EmailKey(SiteKey key, string email) => Hash(key, "commenters by email", Encoding.UTF8.GetBytes(Plain(email)));

    /// <summary>Of the letter box alone, where the address itself is not kept: see <see cref="Mailbox"/>.</summary>
    public static string MailboxKey(SiteKey key, string email) => Hash(key, "letter boxes", Encoding.UTF8.GetBytes(Mailbox(email)));

    /// <summary>IPv6 counts by the network of 64 bits that a household has.</summary>
    public static string AddressKey(SiteKey key, IPAddress from)
    {
        var address = from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from;
        var bytes = address.GetAddressBytes();
        return Hash(key, "commenters by network address", address.AddressFamily == AddressFamily.InterNetworkV6 ? bytes[..Ipv6NetworkBytes] : bytes);
    }

    /// <summary>Letter case and <c>+tag</c> make no other person; dots neither, but with Gmail only.</summary>
    internal static string Plain(string email)
    {
        var (name, host) = email.Trim().ToLowerInvariant().Split('@') is [.. var before, var last] ? (string.Join('@', before), last) : (email, "");
        name = name.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus ? name[..plus] : name;
        return host is "gmail.com" or "googlemail.com" ? $"{name.Replace(".", "", StringComparison.Ordinal)}@gmail.com" : $"{name}@{host}";
    }

    /// <summary>Whose letter box it is beyond doubt: <see cref="Plain"/> where that is known, which is with Gmail; elsewhere letter case alone makes no other.</summary>
    internal static string Mailbox(string email) => Plain(email) is var plain && plain.EndsWith("@gmail.com", StringComparison.Ordinal) ? plain : email.Trim().ToLowerInvariant();

    private static string Hash(SiteKey key, string purpose, ReadOnlySpan<byte> plain) => Convert.ToHexStringLower(HMACSHA256.HashData(key.Derive(purpose), plain));
}
