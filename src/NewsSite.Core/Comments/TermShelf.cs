using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments.PostingRules;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>All terms, the program's and the newsroom's, on or off, and what they would be after some steps.</summary>
public sealed class TermShelf(IReadOnlyList<TermChange> changes)
{
    private static readonly Lazy<IReadOnlyDictionary<string, Term>> Printed = new(() => RuleBook.PrintedTerms
        .Select(term => (Key: TermChange.KeyOf(term.Text), Term: term)).DistinctBy(one => one.Key).ToDictionary(one => one.Key, one => one.Term));

    private readonly Dictionary<string, TermChange> byKey = changes.ToDictionary(change => change.Key);

    /// <summary>The newsroom's own first, then the program's as its files have them.</summary>
    public IEnumerable<ShelfTerm> Terms => changes.Where(change => !Printed.Value.ContainsKey(change.Key)).Select(change => new ShelfTerm(change.Key, null, change))
        .Concat(Printed.Value.Select(one => new ShelfTerm(one.Key, one.Value, byKey.GetValueOrDefault(one.Key))));

    public static async Task<TermShelf> ReadAsync(NewsDb db, CancellationToken cancel) =>
        new(await db.TermChanges.AsNoTracking().OrderByDescending(change => change.At).ThenBy(change => change.Key).ToListAsync(cancel));

    /// <returns>null where neither the program nor the newsroom has it.</returns>
    public ShelfTerm? Find(string key) => (Printed.Value.GetValueOrDefault(key), byKey.GetValueOrDefault(key)) is var (term, change) && (term is not null || change is not null) ? new(key, term, change) : null;

    /// <summary>What is to be done for a wish; null: nothing, it is so already. What equals the program's needs no row.</summary>
    public TermStep? StepFor(TermWish wish)
    {
        var stands = Find(wish.Key);
        // It is called as it is: another spelling is the same term.
        var wanted = stands is null ? wish : wish with { Text = stands.Now.Text };
        return wanted == stands?.Now ? null : new(wish.Key, stands?.Program is { } program && TermWish.Of(program) == wanted ? null : wanted);
    }

    /// <summary>What a form has shown: the steps, and the rows that they were thought out against.</summary>
    public string SeenOf(IEnumerable<TermStep> steps) => Fingerprint.Of(steps.SelectMany(step => new object?[] { step.Key, step.Wish, byKey.GetValueOrDefault(step.Key)?.At.ToUnixTimeMilliseconds() }));

    /// <summary>The book that would hold after these steps.</summary>
    public RuleBook BookAfter(RuleBook now, IReadOnlyList<TermStep> steps, StaffMember by, DateTimeOffset at)
    {
        var touched = steps.Select(step => step.Key).ToHashSet();
        var wanted = steps.Where(step => step.Wish is not null).Select(step =>
        {
            var change = new TermChange(step.Wish!.Text);
            change.Set(step.Wish, by, at);
            return change;
        });
        return new(CurrentRules.Merge(RuleBook.PrintedTerms, [.. changes.Where(change => !touched.Contains(change.Key)), .. wanted]), now.Weighs);
    }
}
