using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Data;

namespace NewsSite.Newsroom;

/// <summary>Lets somebody without an account read a story before it is out, for a while.</summary>
public sealed class PreviewLink
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    private PreviewLink() { }

    public PreviewLink(int articleId, StaffMember by, DateTimeOffset now)
    {
        ArticleId = articleId;
        ByName = by.Name;
        CreatedAt = now;
        ExpiresAt = now + Lasts;
    }

    public int Id { get; private set; }
    public int ArticleId { get; private set; }
    public string ByName { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    public bool HoldsAt(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    /// <summary>What stands in the address: the link's number, signed with the site key, so that the database alone opens nothing.</summary>
    public string Token(SiteKey key) => string.Create(CultureInfo.InvariantCulture, $"{Id}-{Signature(key)}");

    /// <returns>null: no such link, revoked, or its time is over; they all look alike.</returns>
    public static async Task<PreviewLink?> FindAsync(NewsDb db, SiteKey key, string token, DateTimeOffset now, CancellationToken cancel) =>
        token.Split('-') is [var number, var signature] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && await db.Set<PreviewLink>().AsNoTracking().FirstOrDefaultAsync(link => link.Id == id, cancel) is { } found && found.HoldsAt(now)
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(found.Signature(key)), Encoding.UTF8.GetBytes(signature)) ? found : null;

    private string Signature(SiteKey key) => Convert.ToHexStringLower(HMACSHA256.HashData(key.Derive("preview links"),
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Id}:{ArticleId}:{ExpiresAt.ToUnixTimeMilliseconds()}"))))[..32];
}

internal sealed class PreviewLinkMapping : IEntityTypeConfiguration<PreviewLink>
{
    public void Configure(EntityTypeBuilder<PreviewLink> link)
    {
        link.Property(l => l.ByName).HasMaxLength(User.MaxName);
        link.HasOne<Article>().WithMany().HasForeignKey(l => l.ArticleId);
    }
}
