using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Accounts;
using NewsSite.Text;

namespace NewsSite.Newsroom;

/// <summary>A combination of the story list's choices that somebody named, for themselves.</summary>
public sealed class SavedView(int userId, string name, string query)
{
    public const int MaxName = 40, MaxQuery = 500, Most = 20;

    public int Id { get; private set; }
    public int UserId { get; private set; } = userId;
    public string Name { get; private set; } = CleanText.Line(name);

    /// <summary>As the list writes its choices in its own address; empty: all stories.</summary>
    public string Query { get; private set; } = query;
}

internal sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> view)
    {
        view.Property(v => v.Name).HasMaxLength(SavedView.MaxName);
        view.Property(v => v.Query).HasMaxLength(SavedView.MaxQuery);
        view.HasOne<User>().WithMany().HasForeignKey(v => v.UserId);
        view.HasIndex(v => new { v.UserId, v.Name }).IsUnique();
    }
}
