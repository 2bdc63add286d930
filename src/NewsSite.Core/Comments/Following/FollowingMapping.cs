using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Accounts;
using NewsSite.Articles;

namespace NewsSite.Comments.Following;

internal sealed class FollowingMapping : IEntityTypeConfiguration<CommentSubscription>, IEntityTypeConfiguration<FollowRefusal>, IEntityTypeConfiguration<CommentWish>, IEntityTypeConfiguration<ModeratorLetters>
{
    private const int MaxKey = 64;

    public void Configure(EntityTypeBuilder<CommentSubscription> subscription)
    {
        subscription.ToTable("CommentSubscriptions");
        subscription.Property(s => s.EmailKey).HasMaxLength(MaxKey);
        subscription.Property(s => s.AddressKey).HasMaxLength(MaxKey);
        subscription.HasOne<Article>().WithMany().HasForeignKey(s => s.ArticleId).OnDelete(DeleteBehavior.Cascade);
        subscription.HasIndex(s => new { s.EmailKey, s.ArticleId }).IsUnique();
        subscription.HasIndex(s => s.Handle).IsUnique();
        // What is to be written, what is to be swept, and the rhythm of asking.
        subscription.HasIndex(s => new { s.ArticleId, s.ConfirmedAt });
        subscription.HasIndex(s => new { s.AskIsDue, s.AskedAt });
        subscription.HasIndex(s => s.AddressKey);
    }

    public void Configure(EntityTypeBuilder<FollowRefusal> refusal)
    {
        refusal.ToTable("FollowRefusals");
        refusal.Property(r => r.EmailKey).HasMaxLength(MaxKey);
        refusal.Property(r => r.MailboxKey).HasMaxLength(MaxKey);
        refusal.HasOne<Article>().WithMany().HasForeignKey(r => r.ArticleId).OnDelete(DeleteBehavior.Cascade);
        refusal.HasIndex(r => r.EmailKey);
    }

    public void Configure(EntityTypeBuilder<CommentWish> wish)
    {
        wish.ToTable("CommentWishes");
        wish.HasKey(w => w.CommentId);
        wish.HasOne(w => w.Comment).WithOne().HasForeignKey<CommentWish>(w => w.CommentId).OnDelete(DeleteBehavior.Cascade);
        wish.HasIndex(w => w.Handle).IsUnique();
        wish.HasIndex(w => w.Letters);
    }

    public void Configure(EntityTypeBuilder<ModeratorLetters> letters)
    {
        letters.ToTable("ModeratorLetters");
        letters.HasKey(l => l.UserId);
        letters.HasOne<User>().WithOne().HasForeignKey<ModeratorLetters>(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
