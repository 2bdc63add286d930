using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Comments;

/// <summary>
/// That a comment was written elsewhere and brought along, so that bringing it twice adds nothing. Its number there is kept as a keyed hash: whoever
/// is erased here must not be found again in the old site's copies by it.
/// </summary>
public sealed class CommentOrigin
{
    public const int MaxKey = 64;

    private CommentOrigin() { }

    internal CommentOrigin(Comment comment, string key) => (Comment, Key) = (comment, key);

    public int CommentId { get; private set; }
    public Comment Comment { get; private set; } = null!;
    public string Key { get; private set; } = "";
}

internal sealed class CommentOriginMapping : IEntityTypeConfiguration<CommentOrigin>
{
    public void Configure(EntityTypeBuilder<CommentOrigin> origin)
    {
        origin.HasKey(o => o.CommentId);
        origin.Property(o => o.Key).HasMaxLength(CommentOrigin.MaxKey);
        origin.HasOne(o => o.Comment).WithOne().HasForeignKey<CommentOrigin>(o => o.CommentId).OnDelete(DeleteBehavior.Cascade);
        origin.HasIndex(o => o.Key).IsUnique();
    }
}
