using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Accounts;

namespace NewsSite.Comments;

internal sealed class WorthMapping : IEntityTypeConfiguration<CommentVote>, IEntityTypeConfiguration<CommentHonour>
{
    private const int MaxKey = 64;

    public void Configure(EntityTypeBuilder<CommentVote> vote)
    {
        vote.HasKey(v => new { v.CommentId, v.VoterKey });
        vote.Property(v => v.VoterKey).HasMaxLength(MaxKey);
        vote.HasOne<Comment>().WithMany().HasForeignKey(v => v.CommentId).OnDelete(DeleteBehavior.Cascade);
        // What is due to be forgotten.
        vote.HasIndex(v => v.At);
    }

    public void Configure(EntityTypeBuilder<CommentHonour> honour)
    {
        honour.HasKey(h => new { h.CommentId, h.Kind });
        honour.Property(h => h.Why).HasMaxLength(ModerationEntry.MaxWhy);
        honour.Property(h => h.ByName).HasMaxLength(User.MaxName);
        honour.HasOne(h => h.Comment).WithMany().HasForeignKey(h => h.CommentId).OnDelete(DeleteBehavior.Cascade);
        honour.HasIndex(h => h.ArticleId);
    }
}
