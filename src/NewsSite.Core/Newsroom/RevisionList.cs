using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Data;

namespace NewsSite.Newsroom;

/// <summary>One line in the list of a story's versions; autosaves in a row by one person are folded into one line.</summary>
/// <param name="Folded">How many autosaves before it the line stands for.</param>
public sealed record RevisionLine(int Number, RevisionKind Kind, string ByName, DateTimeOffset At, int Folded);

public static class RevisionList
{
    /// <summary>Newest first. Contents are not read: a long story may have hundreds.</summary>
    /// <returns>null: no such story, or not theirs to see.</returns>
    public static async Task<IReadOnlyList<RevisionLine>?> OfAsync(NewsDb db, int story, StaffMember by, CancellationToken cancel)
    {
        if (!await db.Articles.SeenBy(by).AnyAsync(a => a.Id == story, cancel))
        {
            return null;
        }
        var rows = await db.Revisions.Where(r => r.ArticleId == story).OrderByDescending(r => r.Number)
            .Select(r => new RevisionLine(r.Number, r.Kind, r.ByName, r.At, 0)).ToListAsync(cancel);
        var lines = new List<RevisionLine>();
        foreach (var row in rows)
        {
            if (row.Kind == RevisionKind.Autosaved && lines is [.., { Kind: RevisionKind.Autosaved } last] && last.ByName == row.ByName)
            {
                lines[^1] = last with { Folded = last.Folded + 1 };
            }
            else
            {
                lines.Add(row);
            }
        }
        return lines;
    }

    public static Task<Revision?> FindAsync(NewsDb db, int story, int number, CancellationToken cancel) =>
        db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.ArticleId == story && r.Number == number, cancel);
}
