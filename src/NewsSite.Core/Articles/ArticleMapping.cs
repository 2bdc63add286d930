using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Text;

namespace NewsSite.Articles;

internal sealed class ArticleMapping :
    IEntityTypeConfiguration<Article>, IEntityTypeConfiguration<ArticleTag>, IEntityTypeConfiguration<Byline>,
    IEntityTypeConfiguration<Section>, IEntityTypeConfiguration<Tag>, IEntityTypeConfiguration<TagAlias>, IEntityTypeConfiguration<Author>,
    IEntityTypeConfiguration<FrontPagePin>, IEntityTypeConfiguration<Redirect>, IEntityTypeConfiguration<MissedAddress>
{
    public void Configure(EntityTypeBuilder<Article> article)
    {
        article.Property(a => a.Language).HasMaxLength(2);
        article.Property(a => a.Headline).HasMaxLength(Article.MaxHeadline);
        article.Property(a => a.Slug).HasMaxLength(Slug.MaxLength);
        article.Property(a => a.Standfirst).HasMaxLength(Article.MaxStandfirst);
        article.Property(a => a.Markdown).HasMaxLength(Article.MaxBody);
        article.Property(a => a.PictureText).HasMaxLength(Article.MaxCaption);
        article.Property(a => a.PictureCaption).HasMaxLength(Article.MaxCaption);
        article.Property(a => a.PictureCredit).HasMaxLength(Article.MaxCredit);
        article.Property(a => a.Key).HasMaxLength(2 * (Article.MaxHeadline + Article.MaxStandfirst));
        article.Property(a => a.WithdrawnReason).HasMaxLength(Article.MaxReason);
        article.Property(a => a.TakesComments).HasDefaultValue(true).HasSentinel(true);
        // OwnerId is no foreign key: accounts are never deleted, and SQLite would have to rebuild the table, outside a transaction, to learn of one.
        article.Property(a => a.Labels).HasConversion(
            labels => JsonSerializer.Serialize(labels, JsonSerializerOptions.Default),
            json => JsonSerializer.Deserialize<List<Label>>(json, JsonSerializerOptions.Default)!,
            new ValueComparer<IReadOnlyList<Label>>((x, y) => x!.SequenceEqual(y!), x => x.Aggregate(0, HashCode.Combine), x => x.ToList()));
        article.HasOne(a => a.Section).WithMany().OnDelete(DeleteBehavior.Restrict);
        article.HasOne(a => a.Picture).WithMany().OnDelete(DeleteBehavior.Restrict);
        article.HasMany(a => a.Tags).WithOne(t => t.Article).HasForeignKey(t => t.ArticleId);
        article.HasMany(a => a.Bylines).WithOne(b => b.Article).HasForeignKey(b => b.ArticleId);

        // Lists are read newest first, by key; each list has its index.
        article.HasIndex(a => new { a.Language, a.Status, a.PublishedAt, a.Id });
        article.HasIndex(a => new { a.SectionId, a.Status, a.PublishedAt, a.Id });
        // Few rows have ever been breaking; and whether any demo story is left is asked by every start.
        article.HasIndex(a => new { a.Language, a.BreakingUntil }).HasFilter("\"BreakingUntil\" IS NOT NULL");
        article.HasIndex(a => a.FromDemo).HasFilter("\"FromDemo\"");
        // The newsroom's list: what was worked at last stands first.
        article.HasIndex(a => new { a.EditedAt, a.Id });
        article.HasIndex(a => new { a.Status, a.EditedAt, a.Id });
        article.HasIndex(a => new { a.OwnerId, a.EditedAt, a.Id });
        // The same list in its other orders.
        article.HasIndex(a => new { a.PublishedAt, a.Id });
        article.HasIndex(a => new { a.Headline, a.Id });
        article.HasIndex(a => a.TranslationKey);
        article.HasIndex(a => a.RenderVersion);
        // Few stories have any.
        article.HasIndex(a => a.BodyPictures).HasFilter("\"BodyPictures\" <> ''");
    }

    public void Configure(EntityTypeBuilder<ArticleTag> tag)
    {
        tag.HasKey(t => new { t.ArticleId, t.TagId });
        tag.HasIndex(t => new { t.TagId, t.PublishedAt, t.ArticleId });
        tag.HasOne(t => t.Tag).WithMany().OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Byline> byline)
    {
        byline.HasKey(b => new { b.ArticleId, b.AuthorId, b.Role });
        byline.HasIndex(b => new { b.AuthorId, b.PublishedAt, b.ArticleId });
        byline.HasOne(b => b.Author).WithMany().OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Section> section)
    {
        section.Property(s => s.Language).HasMaxLength(2);
        section.Property(s => s.Slug).HasMaxLength(Slug.MaxLength);
        section.Property(s => s.Name).HasMaxLength(Section.MaxName);
        section.Property(s => s.Description).HasMaxLength(Section.MaxDescription);
        section.HasOne(s => s.Parent).WithMany().OnDelete(DeleteBehavior.Restrict);
        section.HasIndex(s => new { s.Language, s.Slug }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Tag> tag)
    {
        tag.Property(t => t.Language).HasMaxLength(2);
        tag.Property(t => t.Name).HasMaxLength(Tag.MaxName);
        tag.Property(t => t.Slug).HasMaxLength(Slug.MaxLength);
        tag.Property(t => t.Key).HasMaxLength(Slug.MaxKey);
        tag.HasIndex(t => new { t.Language, t.Key }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TagAlias> alias)
    {
        alias.Property(a => a.Language).HasMaxLength(2);
        alias.Property(a => a.Name).HasMaxLength(Tag.MaxName);
        alias.Property(a => a.Key).HasMaxLength(Slug.MaxKey);
        alias.HasOne(a => a.Tag).WithMany().OnDelete(DeleteBehavior.Cascade);
        alias.HasIndex(a => new { a.Language, a.Key }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Author> author)
    {
        author.Property(a => a.Name).HasMaxLength(Author.MaxName);
        author.Property(a => a.Slug).HasMaxLength(Slug.MaxLength);
        author.Property(a => a.Role).HasMaxLength(Author.MaxRole);
        author.Property(a => a.Life).HasMaxLength(Author.MaxLife);
        author.HasOne(a => a.Portrait).WithMany().HasForeignKey(a => a.PortraitId).OnDelete(DeleteBehavior.SetNull);
        author.Property(a => a.Key).HasMaxLength(Slug.MaxKey);
        author.Property(a => a.Elsewhere).HasConversion(
            words => JsonSerializer.Serialize(words, JsonSerializerOptions.Default),
            json => JsonSerializer.Deserialize<Dictionary<string, AuthorWords>>(json, JsonSerializerOptions.Default)!,
            new ValueComparer<IReadOnlyDictionary<string, AuthorWords>>((x, y) => x!.SequenceEqual(y!), x => x.Count, x => x));
        author.HasIndex(a => a.Key).IsUnique();
    }

    public void Configure(EntityTypeBuilder<FrontPagePin> pin)
    {
        pin.Property(p => p.Language).HasMaxLength(2);
        pin.HasOne(p => p.Article).WithMany();
        pin.HasIndex(p => new { p.Language, p.Slot });
    }

    public void Configure(EntityTypeBuilder<Redirect> redirect)
    {
        redirect.Property(r => r.Path).HasMaxLength(Redirect.MaxPath);
        redirect.Property(r => r.Target).HasMaxLength(Redirect.MaxPath);
        redirect.Ignore(r => r.TargetPath);
        redirect.HasIndex(r => r.Path).IsUnique();
    }

    public void Configure(EntityTypeBuilder<MissedAddress> missed)
    {
        missed.Property(m => m.Path).HasMaxLength(Redirect.MaxPath);
        missed.HasIndex(m => m.Path).IsUnique();
        missed.HasIndex(m => m.LastAt);
    }
}
