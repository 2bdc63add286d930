using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Accounts;
using NewsSite.Articles;

namespace NewsSite.Newsroom;

public enum RevisionKind
{
    Saved,

    /// <summary>By the browser, a few seconds after the writer paused.</summary>
    Autosaved,

    Published,
    Restored,

    /// <summary>Could not be merged with what somebody else had saved meanwhile: kept aside, so that it is not lost, and never the newest.</summary>
    SetAside,
}

/// <summary>A story as it stood at one save. Never changed.</summary>
public sealed class Revision
{
    private Revision() { }

    public Revision(Article article, int number, RevisionKind kind, Manuscript manuscript, StaffMember? by, DateTimeOffset at)
    {
        Article = article;
        Number = number;
        Kind = kind;
        Content = manuscript.Write();
        (ById, ByName) = (by?.Id, by?.Name ?? "");
        At = at;
    }

    public long Id { get; private set; }
    public int ArticleId { get; private set; }
    public Article Article { get; private set; } = null!;

    /// <summary>Counts from 1 in each story; 0 is one from elsewhere as it came, kept when the desk files it before anybody has written at it.</summary>
    public int Number { get; private set; }

    public RevisionKind Kind { get; private set; }
    public int? ById { get; private set; }
    public string ByName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>The <see cref="Newsroom.Manuscript"/>, as JSON.</summary>
    public string Content { get; private set; } = "";

    public Manuscript Manuscript => Manuscript.Read(Content);
}

internal sealed class RevisionMapping : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> revision)
    {
        revision.Ignore(r => r.Manuscript);
        revision.Property(r => r.ByName).HasMaxLength(User.MaxName);
        revision.HasOne(r => r.Article).WithMany().HasForeignKey(r => r.ArticleId);
        // Two saves at the same moment cannot both be number 7: one of them is merged and becomes 8.
        revision.HasIndex(r => new { r.ArticleId, r.Number }).IsUnique();
    }
}
