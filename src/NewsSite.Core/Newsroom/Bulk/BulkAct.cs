using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Accounts;
using NewsSite.Articles;

namespace NewsSite.Newsroom.Bulk;

/// <summary>Where one text of a story is filed.</summary>
/// <param name="TagPlace">Where the tag in question stands among its tags; null: not at all.</param>
/// <param name="TagName">As the text spells that tag.</param>
public sealed record Filing(int SectionId, int? TagPlace = null, string TagName = "");

/// <summary>A story as it was before.</summary>
/// <param name="Readers">What readers see.</param>
/// <param name="Writers">What is being written at it.</param>
/// <param name="WasChangedSince">Undoing left it alone.</param>
public sealed record BulkBefore(int Story, Filing Readers, Filing Writers, bool WasChangedSince = false);

/// <summary>What somebody did to many stories at once, and what undoes it for a day.</summary>
public sealed class BulkAct
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(1);

    private BulkAct() { }

    /// <param name="about">The section's or the tag's name, or the reason.</param>
    public BulkAct(StaffMember by, BulkKind kind, int? sectionId, string about, IEnumerable<BulkBefore> before, DateTimeOffset at)
    {
        (ById, Kind, SectionId, About, At) = (by.Id, kind, sectionId, about, at);
        Stories = [.. before];
    }

    public int Id { get; private set; }
    public int ById { get; private set; }
    public BulkKind Kind { get; private set; }

    /// <summary>Where they were moved to.</summary>
    public int? SectionId { get; private set; }

    public string About { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>The <see cref="Stories"/>, as JSON.</summary>
    public string Before { get; private set; } = "[]";

    public IReadOnlyList<BulkBefore> Stories
    {
        get => JsonSerializer.Deserialize<List<BulkBefore>>(Before, JsonSerializerOptions.Default)!;
        private set => Before = JsonSerializer.Serialize(value, JsonSerializerOptions.Default);
    }

    public bool CanBeUndoneAt(DateTimeOffset now) => UndoneAt is null && now < At + Lasts;

    /// <summary>Whether the story is still as the act left it.</summary>
    internal bool IsStillSoOn(StoryInHand story) => Kind switch
    {
        BulkKind.Move => story.Readers.SectionId == SectionId && story.Writers.SectionId == SectionId,
        BulkKind.AddTag => story.Readers.TagPlace is not null && story.Writers.TagPlace is not null,
        BulkKind.RemoveTag => story.Readers.TagPlace is null && story.Writers.TagPlace is null,
        _ => story.Article.Status == ArticleStatus.Withdrawn && story.Article.WithdrawnReason == About,
    };

    public void Undo(IReadOnlySet<int> changedSince, DateTimeOffset now)
    {
        UndoneAt = now;
        Stories = [.. Stories.Select(one => one with { WasChangedSince = changedSince.Contains(one.Story) })];
    }
}

internal sealed class BulkActMapping : IEntityTypeConfiguration<BulkAct>
{
    public void Configure(EntityTypeBuilder<BulkAct> act)
    {
        act.Ignore(a => a.Stories);
        act.Property(a => a.About).HasMaxLength(Article.MaxReason);
    }
}
