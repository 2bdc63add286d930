using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Log;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>Changes the terms that the rules go by: all steps together or none, each in the log.</summary>
public sealed class TermDesk(NewsDb db, TimeProvider clock)
{
    /// <param name="seen">As <see cref="TermShelf.SeenOf"/> gave it with the effect that was shown.</param>
    /// <returns>False where somebody was there in between: nothing is done.</returns>
    public Task<bool> SaveAsync(IReadOnlyList<TermStep> steps, string seen, StaffMember by, CancellationToken cancel) => db.AloneAsync(async () =>
    {
        var keys = steps.Select(step => step.Key).ToList();
        var shelf = await TermShelf.ReadAsync(db, cancel);
        if (shelf.SeenOf(steps) != seen)
        {
            return false;
        }
        var changes = await db.TermChanges.Where(change => keys.Contains(change.Key)).ToDictionaryAsync(change => change.Key, cancel);
        foreach (var step in steps)
        {
            Take(step, changes.GetValueOrDefault(step.Key), by);
        }
        Log(steps, shelf, by);
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel);

    private void Take(TermStep step, TermChange? change, StaffMember by)
    {
        if (step.Wish is not { } wish)
        {
            db.RemoveRange(change is null ? [] : [change]);
            return;
        }
        if (change is null)
        {
            db.Add(change = new TermChange(wish.Text));
        }
        change.Set(wish, by, clock.Now);
    }

    private void Log(IReadOnlyList<TermStep> steps, TermShelf shelf, StaffMember by)
    {
        var lines = steps.Select(step => (Text: step.Wish?.Text ?? shelf.Find(step.Key)!.Now.Text, Detail: Line(shelf.Find(step.Key), step.Wish))).ToList();
        db.Add(lines is [var (text, detail)]
            ? new LogEntry(by, "comments.term", text, clock.Now, detail: detail)
            : new LogEntry(by, "comments.terms", lines.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), clock.Now, detail: string.Join('\n', lines.Select(line => $"{line.Text}: {line.Detail}"))));
    }

    private static string Line(ShelfTerm? before, TermWish? after)
    {
        var then = after ?? (before?.Program is { } program ? TermWish.Of(program) : null);
        return $"{before?.Now.ToString() ?? "–"} → {then?.ToString() ?? "–"}";
    }
}
