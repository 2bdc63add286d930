using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Articles;
using NewsSite.Caching;
using NewsSite.Text;

namespace NewsSite.Corrections;

public enum CorrectionKind { Correction, Clarification, Update, Retraction }

/// <summary>A note, shown with its date, of what was wrong in a published story and what is right.</summary>
public sealed class Correction : IPageSubject
{
    public const int MaxText = 1_000;

    private Correction() { }

    public Correction(Article article, CorrectionKind kind, string text, DateTimeOffset at)
    {
        Article = article;
        Language = article.Language;
        Kind = kind;
        Text = CleanText.Line(text);
        At = at;
    }

    public int Id { get; private set; }
    public int ArticleId { get; private set; }
    public Article Article { get; private set; } = null!;
    public string Language { get; private set; } = Languages.Main;
    public CorrectionKind Kind { get; private set; }
    public string Text { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    public IEnumerable<string> PageTags => [Caching.PageTags.Article(ArticleId), Caching.PageTags.Edition(Language)];
}

internal sealed class CorrectionMapping : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> correction)
    {
        correction.Property(c => c.Language).HasMaxLength(2);
        correction.Property(c => c.Text).HasMaxLength(Correction.MaxText);
        correction.HasOne(c => c.Article).WithMany();
        correction.HasIndex(c => new { c.Language, c.At, c.Id });
    }
}
