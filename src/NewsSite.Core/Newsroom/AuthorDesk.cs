using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Log;
using NewsSite.Media;
using NewsSite.Text;

namespace NewsSite.Newsroom;

using Outcome = DeskOutcome<AuthorRefusal>;

/// <summary>The names over stories. Each act is one transaction, with its line in the log.</summary>
public sealed class AuthorDesk(NewsDb db, TimeProvider clock)
{
    public async Task<Outcome> AddAsync(AuthorPlan plan, StaffMember by, CancellationToken cancel)
    {
        if (await RefusalAsync(null, plan, cancel) is { } refusal)
        {
            return refusal;
        }
        var author = new Author(plan.Name, plan.Role, plan.Life, await PortraitAsync(plan, cancel)) { Elsewhere = plan.Elsewhere };
        db.Add(author);
        db.Add(new LogEntry(by, "author.added", author.Name, clock.Now));
        return await SaveAsync(author, cancel);
    }

    /// <param name="seen">The <see cref="AuthorPlan.Fingerprint"/> of what was on the screen.</param>
    public async Task<Outcome> ChangeAsync(int id, string seen, AuthorPlan plan, StaffMember by, CancellationToken cancel)
    {
        if (await db.Authors.Include(one => one.Portrait).FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } author)
        {
            return new Outcome.NotThere();
        }
        if (AuthorPlan.Of(author).Fingerprint != seen)
        {
            return new Outcome.Refused(AuthorRefusal.Changed);
        }
        if (await RefusalAsync(id, plan, cancel) is { } refusal)
        {
            return refusal;
        }
        var before = author.Name;
        foreach (var redirect in author.Rename(plan.Name, clock.Now).ToList())
        {
            await Redirects.WriteAsync(db, redirect, cancel);
        }
        author.Describe(plan.Role, plan.Life, await PortraitAsync(plan, cancel), plan.Elsewhere);
        db.Add(new LogEntry(by, "author.changed", author.Name, clock.Now, id, before == author.Name ? "" : before));
        return await SaveAsync(author, cancel);
    }

    public async Task<Outcome> RemoveAsync(int id, StaffMember by, CancellationToken cancel)
    {
        if (await db.Authors.FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } author)
        {
            return new Outcome.NotThere();
        }
        if (await db.Set<Byline>().AnyAsync(byline => byline.AuthorId == id, cancel))
        {
            return new Outcome.Refused(AuthorRefusal.InUse);
        }
        db.Remove(author);
        db.Add(new LogEntry(by, "author.removed", author.Name, clock.Now, id));
        return await SaveAsync(author, cancel);
    }

    private async Task<Outcome.Refused?> RefusalAsync(int? id, AuthorPlan plan, CancellationToken cancel)
    {
        var key = Slug.KeyOf(plan.Name);
        return key.Length == 0 ? new(AuthorRefusal.NoLetters)
            : await db.Authors.Where(one => one.Key == key && one.Id != id).Select(one => one.Name).FirstOrDefaultAsync(cancel) is { } other ? new(AuthorRefusal.Taken, other)
            : plan.PortraitId is not null && await PortraitAsync(plan, cancel) is null ? new(AuthorRefusal.NoPicture)
            : null;
    }

    private async Task<Picture?> PortraitAsync(AuthorPlan plan, CancellationToken cancel)
    {
        var id = plan.PortraitId;
        return id is null ? null : await db.Pictures.FirstOrDefaultAsync(picture => picture.Id == id, cancel);
    }

    private async Task<Outcome> SaveAsync(Author author, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return new Outcome.Done(author.Id);
        }
        // By somebody else, at this very moment.
        catch (DbUpdateException fault) when (fault.IsDouble || fault.IsInUse)
        {
            db.ChangeTracker.Clear();
            return new Outcome.Refused(fault.IsDouble ? AuthorRefusal.Taken : AuthorRefusal.InUse);
        }
    }
}
