using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Accounts;

internal sealed class AccountMapping : IEntityTypeConfiguration<User>, IEntityTypeConfiguration<SignIn>, IEntityTypeConfiguration<IdentityUserClaim<int>>,
    IEntityTypeConfiguration<IdentityUserLogin<int>>, IEntityTypeConfiguration<IdentityUserToken<int>>, IEntityTypeConfiguration<IdentityUserPasskey<int>>
{
    private const int MaxCredential = 1024, MaxPhone = 256, MaxKey = 128;

    public void Configure(EntityTypeBuilder<User> user)
    {
        user.ToTable("Users");
        user.Property(u => u.Name).HasMaxLength(User.MaxName);
        user.Property(u => u.Language).HasMaxLength(2);
        user.Property(u => u.PhoneNumber).HasMaxLength(MaxPhone);
        user.Ignore(u => u.IsAdministrator);
        user.HasIndex(u => u.NormalizedEmail).HasDatabaseName("EmailIndex").IsUnique();
    }

    public void Configure(EntityTypeBuilder<SignIn> signIn)
    {
        signIn.Property(s => s.Id).ValueGeneratedNever();
        signIn.Property(s => s.Browser).HasMaxLength(SignIn.MaxBrowser);
        signIn.HasOne(s => s.User).WithMany().OnDelete(DeleteBehavior.Cascade);
        signIn.HasIndex(s => new { s.UserId, s.SeenAt });
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<int>> claim) => claim.ToTable("UserClaims");

    // Identity limits these only where it has services, which `dotnet ef` has not; unsaid, the model of a running site on PostgreSQL differs from its migrations.
    public void Configure(EntityTypeBuilder<IdentityUserLogin<int>> login)
    {
        login.ToTable("UserLogins");
        login.Property(l => l.LoginProvider).HasMaxLength(MaxKey);
        login.Property(l => l.ProviderKey).HasMaxLength(MaxKey);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<int>> token)
    {
        token.ToTable("UserTokens");
        token.Property(t => t.LoginProvider).HasMaxLength(MaxKey);
        token.Property(t => t.Name).HasMaxLength(MaxKey);
    }

    // Version 3 of Identity's schema, said here too: `dotnet ef` has no services in which the version is set.
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<int>> passkey)
    {
        passkey.ToTable("UserPasskeys");
        passkey.HasKey(p => p.CredentialId);
        passkey.Property(p => p.CredentialId).HasMaxLength(MaxCredential);
        passkey.OwnsOne(p => p.Data).ToJson();
        passkey.HasOne<User>().WithMany().HasForeignKey(p => p.UserId).IsRequired();
    }
}
