using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Caching;
using NewsSite.Comments;
using NewsSite.Comments.Following;
using NewsSite.Corrections;
using NewsSite.Log;
using NewsSite.Mail;
using NewsSite.Media;
using NewsSite.Newsroom;
using NewsSite.Newsroom.Bulk;
using NewsSite.Settings;
using NewsSite.StandingPages;

namespace NewsSite.Data;

/// <summary>The store. Used directly: queries are named extension members, writes are verbs of the entities and one <c>SaveChangesAsync</c> an act.</summary>
public abstract class NewsDb(DbContextOptions options) : IdentityUserContext<User, int>(options)
{
    public DbSet<SignIn> SignIns => Set<SignIn>();
    public DbSet<LogEntry> Log => Set<LogEntry>();
    public DbSet<Revision> Revisions => Set<Revision>();
    public DbSet<BulkAct> BulkActs => Set<BulkAct>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<Article> Articles => Set<Article>();
    public DbSet<Section> Sections => Set<Section>();
    public DbSet<Tag> Tags => Set<Tag>();
    public DbSet<TagAlias> TagAliases => Set<TagAlias>();
    public DbSet<Author> Authors => Set<Author>();
    public DbSet<FrontPagePin> FrontPagePins => Set<FrontPagePin>();
    public DbSet<Picture> Pictures => Set<Picture>();
    public DbSet<Redirect> Redirects => Set<Redirect>();
    public DbSet<MissedAddress> MissedAddresses => Set<MissedAddress>();
    public DbSet<Correction> Corrections => Set<Correction>();
    public DbSet<Comment> Comments => Set<Comment>();
    public DbSet<CommentEmail> CommentEmails => Set<CommentEmail>();
    public DbSet<CommentOrigin> CommentOrigins => Set<CommentOrigin>();
    public DbSet<ModerationEntry> Moderation => Set<ModerationEntry>();
    public DbSet<Appeal> Appeals => Set<Appeal>();
    public DbSet<CommentFlag> CommentFlags => Set<CommentFlag>();
    public DbSet<CommentVote> CommentVotes => Set<CommentVote>();
    public DbSet<CommentHonour> CommentHonours => Set<CommentHonour>();
    public DbSet<CommentSubscription> CommentSubscriptions => Set<CommentSubscription>();
    public DbSet<FollowRefusal> FollowRefusals => Set<FollowRefusal>();
    public DbSet<CommentWish> CommentWishes => Set<CommentWish>();
    public DbSet<ModeratorLetters> ModeratorLetters => Set<ModeratorLetters>();
    public DbSet<Ban> Bans => Set<Ban>();
    public DbSet<TermChange> TermChanges => Set<TermChange>();
    public DbSet<CommentPolicy> CommentPolicies => Set<CommentPolicy>();
    public DbSet<StandingPage> StandingPages => Set<StandingPage>();
    public DbSet<Setting> Settings => Set<Setting>();
    public DbSet<OutgoingLetter> OutgoingLetters => Set<OutgoingLetter>();
    public DbSet<Eviction> Evictions => Set<Eviction>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.ApplyConfigurationsFromAssembly(typeof(NewsDb).Assembly);
        foreach (var subject in model.Model.GetEntityTypes().Where(type => typeof(IPageSubject).IsAssignableFrom(type.ClrType)))
        {
            model.Entity(subject.ClrType).Ignore(nameof(IPageSubject.PageTags)).Ignore(nameof(IPageSubject.EvictsAtOnce));
        }
        model.Entity<Article>().Ignore(article => article.ShortCode);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(20);
}
