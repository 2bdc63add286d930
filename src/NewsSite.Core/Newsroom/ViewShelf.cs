using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Newsroom;

using Outcome = DeskOutcome<ViewRefusal>;

public enum ViewRefusal
{
    /// <summary>They have a view of this name.</summary>
    Taken,

    /// <summary>They have as many as one may have.</summary>
    Full,

    /// <summary>The search in it is too long to keep.</summary>
    TooLong,
}

/// <summary>The story list's views that people named, each for themselves.</summary>
public sealed class ViewShelf(NewsDb db)
{
    public Task<List<SavedView>> OfAsync(StaffMember member, CancellationToken cancel) => Of(member).AsNoTracking().OrderBy(view => view.Id).ToListAsync(cancel);

    public async Task<Outcome> SaveAsync(StaffMember member, string name, string query, CancellationToken cancel)
    {
        if (query.Length > SavedView.MaxQuery)
        {
            return new Outcome.Refused(ViewRefusal.TooLong);
        }
        var (view, key) = (new SavedView(member.Id, name, query), ArabicText.Fold(CleanText.Line(name)));
        try
        {
            return await db.AloneAsync<Outcome>(async () =>
            {
                var names = await Of(member).Select(one => one.Name).ToListAsync(cancel);
                if (names.Count >= SavedView.Most)
                {
                    return new Outcome.Refused(ViewRefusal.Full);
                }
                if (names.Any(one => ArabicText.Fold(one) == key))
                {
                    return new Outcome.Refused(ViewRefusal.Taken);
                }
                db.Add(view);
                await db.SaveChangesAsync(cancel);
                return new Outcome.Done(view.Id);
            }, cancel);
        }
        // In another window, at this very moment.
        catch (DbUpdateException fault) when (fault.IsDouble)
        {
            db.ChangeTracker.Clear();
            return new Outcome.Refused(ViewRefusal.Taken);
        }
    }

    /// <summary>Nothing happens where it is not there or not theirs.</summary>
    public Task RemoveAsync(StaffMember member, int id, CancellationToken cancel) => Of(member).Where(view => view.Id == id).ExecuteDeleteAsync(cancel);

    private IQueryable<SavedView> Of(StaffMember member)
    {
        var id = member.Id;
        return db.SavedViews.Where(view => view.UserId == id);
    }
}
