using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Data;

namespace NewsSite.Newsroom;

/// <summary>Who has a story open, renewed by the open page itself. A hint for people, no lock: saves are merged.</summary>
public sealed class StoryPresence(int articleId, int userId, string name, DateTimeOffset seenAt)
{
    /// <summary>Pages ask every 20 s while they are visible; who has not asked for two rounds is gone.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromSeconds(50);

    public int ArticleId { get; private set; } = articleId;
    public int UserId { get; private set; } = userId;
    public string Name { get; private set; } = name;
    public DateTimeOffset SeenAt { get; private set; } = seenAt;

    /// <summary>Notes that somebody has it open, and names the others who do.</summary>
    public static async Task<IReadOnlyList<string>> NoteAsync(NewsDb db, int story, StaffMember by, DateTimeOffset now, CancellationToken cancel)
    {
        var (me, since) = (by.Id, now - Holds);
        if (await db.Set<StoryPresence>().Where(one => one.ArticleId == story && one.UserId == me).ExecuteUpdateAsync(set => set.SetProperty(one => one.SeenAt, now), cancel) == 0)
        {
            db.Add(new StoryPresence(story, me, by.Name, now));
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateException)
            {
                // The same person in two windows at the same moment.
                db.ChangeTracker.Clear();
            }
        }
        return await db.Set<StoryPresence>().Where(one => one.ArticleId == story && one.UserId != me && one.SeenAt > since).OrderBy(one => one.UserId).Select(one => one.Name).ToListAsync(cancel);
    }
}

internal sealed class StoryPresenceMapping : IEntityTypeConfiguration<StoryPresence>
{
    public void Configure(EntityTypeBuilder<StoryPresence> presence)
    {
        presence.HasKey(p => new { p.ArticleId, p.UserId });
        presence.Property(p => p.Name).HasMaxLength(User.MaxName);
        presence.HasOne<Article>().WithMany().HasForeignKey(p => p.ArticleId);
    }
}
