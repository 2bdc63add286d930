using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Data;
using NewsSite.Log;
using NewsSite.Text;

namespace NewsSite.Import;

/// <param name="Dry">Nothing is written.</param>
/// <param name="Judge">What our rules would hold or refuse today waits for a moderator; else everything keeps the state that it had.</param>
/// <param name="AnyReader">What those are called who bear no name, in the language of the story.</param>
public sealed record ImportWish(bool Dry, bool Judge, Func<string, string> AnyReader, StaffMember? By = null);

/// <summary>
/// Brings readers' comments along from another program. Time, state and threads stay; nobody gets a letter, nothing is counted as received. It may be run again,
/// also where it was interrupted: what is there already is left alone.
/// </summary>
public sealed class CommentImport(NewsDb db, SiteKey key, CurrentRules rules, CommentRetention kept, TimeProvider clock)
{
    /// <summary>How many stand in memory at a time with their words, and how many are written in one transaction.</summary>
    private const int Window = 5_000, Batch = 200;

    private const int Tries = 6;

    private sealed record Arrival(PlannedComment Planned, ImportedComment Comment, string Key, string? ParentKey, IReadOnlyList<Verdict> Verdicts);

    private enum Fate { Already, Posted, Held, HeldByRules }

    /// <param name="progress">Told how many are done, and of how many.</param>
    /// <exception cref="FormatException">The export or the map is damaged; nothing was written.</exception>
    public async Task<ImportReport> RunAsync(CommentExport export, StoryMap map, ImportWish wish, Action<int, int>? progress, CancellationToken cancel)
    {
        var plan = await ImportPlan.MakeAsync(db, export, map, cancel);
        var (report, done) = (plan.Report, 0);
        foreach (var window in plan.InOrder.Chunk(Window))
        {
            var words = Fetch(export, window);
            foreach (var some in window.Chunk(Batch))
            {
                foreach (var fate in await BringAsync(await ArriveAsync(export.Source, some, words, wish, cancel), export.Source, wish, cancel))
                {
                    report.Already += fate == Fate.Already ? 1 : 0;
                    report.Posted += fate == Fate.Posted ? 1 : 0;
                    report.Held += fate is Fate.Held or Fate.HeldByRules ? 1 : 0;
                    report.HeldByRules += fate == Fate.HeldByRules ? 1 : 0;
                }
                progress?.Invoke(done += some.Length, plan.InOrder.Count);
            }
        }
        if (!wish.Dry && report.Added > 0)
        {
            db.Add(new LogEntry(wish.By, "comments.imported", $"{export.Source}: {report.Added}", clock.Now));
            await db.SaveChangesAsync(cancel);
        }
        return report;
    }

    /// <summary>Reads the export once more, for the words of these.</summary>
    private static Dictionary<int, ImportedComment> Fetch(CommentExport export, PlannedComment[] window)
    {
        var wanted = window.ToDictionary(one => one.Ordinal, one => one.Id);
        var found = new Dictionary<int, ImportedComment>(window.Length);
        foreach (var (ordinal, comment) in export.Comments().Index())
        {
            if (wanted.TryGetValue(ordinal, out var id))
            {
                found[ordinal] = comment.Id == id ? comment : throw new DamagedExportException("The file has changed while it was read.");
            }
            if (found.Count == wanted.Count)
            {
                return found;
            }
        }
        throw new DamagedExportException("The file has changed while it was read.");
    }

    /// <summary>Thinking needs no lock, and is done before one is taken.</summary>
    private async Task<List<Arrival>> ArriveAsync(ImportSource source, PlannedComment[] some, Dictionary<int, ImportedComment> words, ImportWish wish, CancellationToken cancel)
    {
        var book = wish.Judge ? await rules.GetAsync(cancel) : null;
        var contexts = wish.Judge ? await CommentContext.OfManyAsync(db, [.. some.Select(one => one.Article).Distinct()], cancel) : null;
        return [.. some.Select(one => (Planned: one, Comment: words[one.Ordinal])).Select(one => new Arrival(
            one.Planned, one.Comment, KeyOf(source, one.Planned.Id), one.Planned.Parent is { } parent ? KeyOf(source, parent.Id) : null,
            book is null ? [] : CommentJudgement.Rules(book, ImportedWords.NameOf(one.Comment) ?? "", ImportedWords.Of(one.Comment).Body, contexts!.GetValueOrDefault(one.Planned.Article, CommentContext.None) with
            {
                ParentName = one.Planned.Parent is { } answered && words.TryGetValue(answered.Ordinal, out var above) ? ImportedWords.NameOf(above) : null,
            })))];
    }

    private async Task<IReadOnlyList<Fate>> BringAsync(List<Arrival> arrivals, ImportSource source, ImportWish wish, CancellationToken cancel)
    {
        List<string> keys = [.. arrivals.SelectMany(one => new[] { one.Key, one.ParentKey }).OfType<string>().Distinct()];
        if (wish.Dry)
        {
            var there = (await db.CommentOrigins.Where(origin => keys.Contains(origin.Key)).Select(origin => origin.Key).ToListAsync(cancel)).ToHashSet();
            return [.. arrivals.Select(one => there.Contains(one.Key) ? Fate.Already : FateOf(one))];
        }
        for (var left = Tries; ; left--)
        {
            try
            {
                return await WriteAsync(arrivals, keys, source, wish, cancel);
            }
            // Another run was first with some of these: they are there now.
            catch (DbUpdateException twice) when (twice.IsDouble && left > 1)
            {
            }
        }
    }

    private Task<IReadOnlyList<Fate>> WriteAsync(List<Arrival> arrivals, List<string> keys, ImportSource source, ImportWish wish, CancellationToken cancel) =>
        db.AloneAsync<IReadOnlyList<Fate>>(async () =>
        {
            db.ChangeTracker.Clear();
            var places = await db.CommentOrigins.Where(origin => keys.Contains(origin.Key))
                .Select(origin => new { origin.Key, Place = new AnswerPlace(origin.Comment.Id, origin.Comment.ArticleId, origin.Comment.RootId, origin.Comment.BranchId) })
                .ToDictionaryAsync(origin => origin.Key, origin => origin.Place, cancel);
            var before = places.Keys.ToHashSet();
            var languages = await LanguagesAsync(arrivals, cancel);
            var unsaved = new Dictionary<string, Comment>();
            foreach (var one in arrivals.Where(one => !before.Contains(one.Key)))
            {
                if (one.ParentKey is { } parent && unsaved.ContainsKey(parent))
                {
                    await SaveAsync(unsaved, places, cancel);
                }
                unsaved[one.Key] = Add(one, places, languages, source, wish);
            }
            await SaveAsync(unsaved, places, cancel);
            return [.. arrivals.Select(one => before.Contains(one.Key) ? Fate.Already : FateOf(one))];
        }, cancel);

    private static Fate FateOf(Arrival one) => one.Verdicts.Count > 0 ? Fate.HeldByRules : one.Comment.State == ImportedState.Pending ? Fate.Held : Fate.Posted;

    private Comment Add(Arrival one, Dictionary<string, AnswerPlace> places, Dictionary<int, string> languages, ImportSource source, ImportWish wish)
    {
        var (now, from, article) = (clock.Now, one.Comment, one.Planned.Article);
        // The clock of another machine is no reason to be read tomorrow.
        var at = from.At!.Value.ToMilliseconds() is var written && written < now ? written : now;
        AnswerPlace? parent = one.ParentKey is { } above && places.TryGetValue(above, out var place) && place.ArticleId == article ? place : null;
        var email = ImportedWords.EmailOf(from);
        var address = at >= now.AddDays(-kept.Network) ? from.From : null;
        var writer = email is not null ? CommenterKeys.Of(key, email, address) : CommenterKeys.OfStranger(key, from.Account.Length > 0 ? $"{source}:{from.Account}" : null, address);
        var name = ImportedWords.NameOf(from) ?? wish.AnyReader(languages.GetValueOrDefault(article, Languages.Main));
        var comment = Comment.Elsewhere(article, parent, name, ImportedWords.Of(from).Body, writer, at);
        db.Add(comment.Bring(from.State == ImportedState.Pending, one.Verdicts, source.ToString(), wish.By, now));
        db.Add(new CommentOrigin(comment, one.Key));
        if (email is not null)
        {
            db.Add(CommentEmail.Of(comment, email, key));
        }
        return comment;
    }

    private async Task SaveAsync(Dictionary<string, Comment> unsaved, Dictionary<string, AnswerPlace> places, CancellationToken cancel)
    {
        if (unsaved.Count == 0)
        {
            return;
        }
        await db.SaveChangesAsync(cancel);
        var ids = unsaved.Values.Select(comment => comment.Id).ToList();
        await db.Comments.Where(c => ids.Contains(c.Id)).TakePlacesAsync(cancel);
        foreach (var (name, comment) in unsaved)
        {
            places[name] = comment.Place;
        }
        unsaved.Clear();
    }

    private Task<Dictionary<int, string>> LanguagesAsync(List<Arrival> arrivals, CancellationToken cancel)
    {
        var articles = arrivals.Select(one => one.Planned.Article).Distinct().ToList();
        return db.Articles.Where(a => articles.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Language, cancel);
    }

    private string KeyOf(ImportSource source, string id) => Convert.ToHexStringLower(HMACSHA256.HashData(originKey ??= key.Derive("comments from elsewhere"), Encoding.UTF8.GetBytes($"{source}:{id}")));

    private byte[]? originKey;
}
