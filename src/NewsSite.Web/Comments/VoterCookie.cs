using System.Buffers.Text;
using System.Security.Cryptography;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Comments;

/// <summary>A random number, signed, that this browser keeps from its first vote on, so that it votes once. No page is made by it, and no cached one is bypassed.</summary>
public sealed class VoterCookie(SiteKey siteKey, SiteAddress address, CommentRetention kept)
{
    private const int Length = 16, SignatureLength = 16;

    private readonly byte[] signing = siteKey.Derive("voters' cookies"), naming = siteKey.Derive("voters");

    private string CookieName => address.CookieName("NewsSite.Voter");

    /// <summary>The voter by a keyed hash, which does not lead back to the cookie. Whoever has no cookie of ours gets one.</summary>
    public string VoterOf(HttpContext context)
    {
        var voter = Read(context.Request.Cookies[CookieName]) ?? RandomNumberGenerator.GetBytes(Length);
        context.Response.Cookies.Append(CookieName, Base64Url.EncodeToString([.. voter, .. Sign(voter)]),
            // As long as votes are kept.
            address.CookieOptions(context, TimeSpan.FromDays(kept.Network)));
        return Convert.ToHexStringLower(HMACSHA256.HashData(naming, voter));
    }

    private byte[]? Read(string? cookie)
    {
        var written = new byte[Length + SignatureLength];
        return cookie is not null && Base64Url.IsValid(cookie) && Base64Url.TryDecodeFromChars(cookie, written, out var read) && read == written.Length
            && CryptographicOperations.FixedTimeEquals(Sign(written.AsSpan(0, Length)), written.AsSpan(Length)) ? written[..Length] : null;
    }

    private byte[] Sign(ReadOnlySpan<byte> voter) => HMACSHA256.HashData(signing, voter)[..SignatureLength];
}
