using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Comments.Yours;

/// <summary>
/// That somebody reads the letters of an email address. A link in a letter says so, and then a cookie; both are sealed, both end by the clock,
/// and neither stands for the other. Nothing of them is stored, so nothing has to be forgotten.
/// </summary>
public sealed class MailboxProofs(SiteKey key, TimeProvider clock)
{
    public static readonly TimeSpan LinkLasts = TimeSpan.FromHours(1), VisitLasts = TimeSpan.FromHours(1);

    private readonly Seal links = new(key, "links to one's comments"), visits = new(key, "visits to one's comments");

    public string Link(string email) => Close(links, email, LinkLasts);

    public string Visit(string email) => Close(visits, email, VisitLasts);

    /// <returns>The address; null where it is no link of ours, or its time is over.</returns>
    public string? OpenLink(string? token) => Open(links, token);

    /// <returns>The address; null where it is no visit of ours, or its time is over.</returns>
    public string? OpenVisit(string? token) => Open(visits, token);

    private string Close(Seal seal, string email, TimeSpan lasts) => Base64Url.EncodeToString(seal.Close(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{(clock.Now + lasts).ToUnixTimeMilliseconds()} {email}"))));

    private string? Open(Seal seal, string? token)
    {
        try
        {
            return token is not null && seal.Open(Base64Url.DecodeFromChars(token)) is { } plain
                && Encoding.UTF8.GetString(plain).Split(' ', 2) is [var until, var email]
                && clock.Now.ToUnixTimeMilliseconds() < long.Parse(until, CultureInfo.InvariantCulture) ? email : null;
        }
        // Cut short on its way, or made up.
        catch (Exception broken) when (broken is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
