using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NewsSite.Text;

namespace NewsSite.Caching;

/// <summary>
/// Writes an <see cref="Eviction"/> row beside every change that readers can see, and acts on them once the change is committed.
/// Keeps no state of its own: what is to be done waits in the context's change tracker.
/// </summary>
public sealed class EvictStalePages(HeardEvictions heard, StormRows storms, TimeProvider clock) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        WriteRows(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        WriteRows(eventData.Context!);
        return new(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        ActUnlessInTransaction(eventData.Context!);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        ActUnlessInTransaction(eventData.Context!);
        return new(result);
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Act(eventData.Context);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Act(eventData.Context);
        return Task.CompletedTask;
    }

    // What was not written shall neither be heard nor stand in the way of the next save.
    public override void SaveChangesFailed(DbContextErrorEventData eventData) => Forget(eventData.Context);

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(eventData.Context);
        return Task.CompletedTask;
    }

    public override void SaveChangesCanceled(DbContextEventData eventData) => Forget(eventData.Context);

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(eventData.Context);
        return Task.CompletedTask;
    }

    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => Forget(eventData.Context);

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(eventData.Context);
        return Task.CompletedTask;
    }

    private static void Forget(DbContext? db)
    {
        foreach (var entry in db?.ChangeTracker.Entries<Eviction>().ToList() ?? [])
        {
            entry.State = EntityState.Detached;
        }
    }

    private void WriteRows(DbContext db)
    {
        var time = clock.Now;
        var stale = db.ChangeTracker.Entries<IPageSubject>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .SelectMany(entry => TagsOf(entry).Select(tag => (Tag: tag, entry.Entity.EvictsAtOnce)))
            // A row that is being added has no number yet, and no page.
            .Where(one => !one.Tag.EndsWith(":0", StringComparison.Ordinal))
            .GroupBy(one => one.Tag, one => one.EvictsAtOnce)
            .ToList();
        foreach (var tag in stale)
        {
            Write(db, tag.Key, time, tag.Contains(true));
        }
    }

    private void Write(DbContext db, string tag, DateTimeOffset time, bool atOnce)
    {
        if (atOnce || storms.Moved(tag, time) is not { } row)
        {
            db.Add(new Eviction(tag, time, atOnce));
        }
        // One that this transaction has moved already covers all of it.
        else if (db.ChangeTracker.Entries<Eviction>().All(entry => entry.Entity.Id != row.Id))
        {
            db.Attach(row).Property(e => e.At).IsModified = true;
        }
    }

    private static IEnumerable<string> TagsOf(EntityEntry<IPageSubject> entry) =>
        entry.State == EntityState.Modified ? entry.Entity.PageTags.Concat(Before(entry).PageTags) : entry.Entity.PageTags;

    private static IPageSubject Before(EntityEntry<IPageSubject> entry) => (IPageSubject)entry.OriginalValues.ToObject();

    private void ActUnlessInTransaction(DbContext db)
    {
        if (db.Database.CurrentTransaction is null)
        {
            Act(db);
        }
    }

    private void Act(DbContext? db)
    {
        foreach (var entry in db?.ChangeTracker.Entries<Eviction>().Where(entry => entry.State == EntityState.Unchanged).ToList() ?? [])
        {
            heard.Hear(entry.Entity);
            storms.Remember(entry.Entity);
            entry.State = EntityState.Detached;
        }
    }
}
