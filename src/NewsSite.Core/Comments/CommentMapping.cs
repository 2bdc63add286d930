using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Comments.PostingRules;

namespace NewsSite.Comments;

internal sealed class CommentMapping :
    IEntityTypeConfiguration<Comment>, IEntityTypeConfiguration<CommentEmail>, IEntityTypeConfiguration<ModerationEntry>,
    IEntityTypeConfiguration<Ban>, IEntityTypeConfiguration<CommentPolicy>, IEntityTypeConfiguration<TermChange>,
    IEntityTypeConfiguration<Appeal>, IEntityTypeConfiguration<CommentFlag>, IEntityTypeConfiguration<LetterOfADay>
{
    private const int MaxKey = 64;

    public void Configure(EntityTypeBuilder<Comment> comment)
    {
        comment.Property(c => c.Name).HasMaxLength(Comment.MaxName);
        comment.Property(c => c.Body).HasMaxLength(Comment.MaxBody);
        comment.Property(c => c.Face).HasMaxLength(12);
        comment.Property(c => c.WriterKey).HasMaxLength(MaxKey);
        comment.Property(c => c.AddressKey).HasMaxLength(MaxKey);
        comment.Property(c => c.OnceKey).HasMaxLength(MaxKey);
        comment.Ignore(c => c.Depth).Ignore(c => c.IsOver).Ignore(c => c.MayBeAppealed);
        comment.HasOne<Article>().WithMany().HasForeignKey(c => c.ArticleId).OnDelete(DeleteBehavior.Cascade);
        comment.HasOne(c => c.Parent).WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.NoAction);
        comment.HasIndex(c => c.OnceKey).IsUnique();
        // The order of reading, and the count.
        comment.HasIndex(c => new { c.ArticleId, c.RootId, c.BranchId, c.Id });
        comment.HasIndex(c => new { c.ArticleId, c.State, c.Id });
        comment.Property(c => c.Useful).HasDefaultValue(0);
        // Threads by votes.
        comment.HasIndex(c => new { c.ArticleId, c.BranchId, c.Useful, c.Id }).IsDescending(false, false, true, false);
        comment.HasIndex(c => c.ParentId);
        // The queue, and the rhythm and record of a writer.
        comment.HasIndex(c => new { c.State, c.At, c.Id });
        comment.HasIndex(c => new { c.WriterKey, c.At });
        comment.HasIndex(c => new { c.AddressKey, c.At });
    }

    public void Configure(EntityTypeBuilder<CommentEmail> email)
    {
        email.HasKey(e => e.CommentId);
        email.HasOne(e => e.Comment).WithOne().HasForeignKey<CommentEmail>(e => e.CommentId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ModerationEntry> entry)
    {
        entry.Ignore(e => e.MayBeUndone);
        entry.Property(e => e.ByName).HasMaxLength(User.MaxName);
        entry.Property(e => e.Why).HasMaxLength(ModerationEntry.MaxWhy);
        entry.HasOne(e => e.Comment).WithMany().HasForeignKey(e => e.CommentId).OnDelete(DeleteBehavior.Cascade);
        entry.Property(e => e.Verdicts).HasConversion(
            verdicts => JsonSerializer.Serialize(verdicts, JsonSerializerOptions.Default),
            json => JsonSerializer.Deserialize<List<Verdict>>(json, JsonSerializerOptions.Default)!,
            new ValueComparer<IReadOnlyList<Verdict>>((x, y) => ReferenceEquals(x, y), x => x.Count, x => x));
        entry.HasIndex(e => new { e.CommentId, e.Id });
        entry.HasIndex(e => new { e.ById, e.Id });
        // The monthly report.
        entry.HasIndex(e => new { e.At, e.Act });
    }

    public void Configure(EntityTypeBuilder<Appeal> appeal)
    {
        appeal.HasKey(a => a.CommentId);
        appeal.Property(a => a.Sentence).HasMaxLength(Appeal.MaxSentence);
        appeal.Property(a => a.Answer).HasMaxLength(ModerationEntry.MaxWhy);
        appeal.HasOne(a => a.Comment).WithOne().HasForeignKey<Appeal>(a => a.CommentId).OnDelete(DeleteBehavior.Cascade);
        appeal.HasIndex(a => a.AnsweredAt);
    }

    public void Configure(EntityTypeBuilder<CommentFlag> flag)
    {
        flag.Property(f => f.Note).HasMaxLength(CommentFlag.MaxNotes);
        flag.Property(f => f.ReaderKey).HasMaxLength(MaxKey);
        flag.Property(f => f.AddressKey).HasMaxLength(MaxKey);
        flag.HasOne(f => f.Comment).WithMany().HasForeignKey(f => f.CommentId).OnDelete(DeleteBehavior.Cascade);
        flag.HasIndex(f => new { f.CommentId, f.ReaderKey }).IsUnique();
        flag.HasIndex(f => new { f.AddressKey, f.At });
        flag.HasIndex(f => new { f.ReaderKey, f.At });
        flag.HasIndex(f => f.AnsweredAt);
    }

    public void Configure(EntityTypeBuilder<LetterOfADay> letter)
    {
        letter.ToTable("LettersOfADay");
        letter.Property(l => l.Mailbox).HasMaxLength(MaxKey);
        letter.HasIndex(l => new { l.Mailbox, l.At });
    }

    public void Configure(EntityTypeBuilder<Ban> ban)
    {
        ban.Property(b => b.Key).HasMaxLength(MaxKey);
        ban.Property(b => b.ByName).HasMaxLength(User.MaxName);
        ban.Property(b => b.Why).HasMaxLength(Ban.MaxWhy);
        ban.HasIndex(b => b.Key);
    }

    public void Configure(EntityTypeBuilder<CommentPolicy> policy)
    {
        policy.HasKey(p => p.Scope);
        policy.Property(p => p.Scope).HasMaxLength(30);
        policy.Property(p => p.Note).HasMaxLength(CommentPolicy.MaxNote);
        policy.Property(p => p.ByName).HasMaxLength(User.MaxName);
    }

    public void Configure(EntityTypeBuilder<TermChange> term)
    {
        term.HasKey(t => t.Key);
        term.Property(t => t.Key).HasMaxLength(2 * TermChange.MaxText);
        term.Property(t => t.Text).HasMaxLength(TermChange.MaxText);
        term.Property(t => t.Region).HasMaxLength(TermChange.MaxRegion);
        term.Property(t => t.Note).HasMaxLength(TermChange.MaxNote);
        term.Property(t => t.ByName).HasMaxLength(User.MaxName);
    }
}
