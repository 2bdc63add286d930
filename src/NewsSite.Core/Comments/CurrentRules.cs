using Microsoft.EntityFrameworkCore;
using NewsSite.Caching;
using NewsSite.Comments.PostingRules;
using NewsSite.Data;
using NewsSite.Settings;

namespace NewsSite.Comments;

/// <summary>The rule book as the newsroom has it now: the program's terms with the newsroom's changes.</summary>
public sealed class CurrentRules(IDbContextFactory<NewsDb> databases, PageMoments moments, TimeProvider clock)
{
    private readonly Kept<RuleBook> book = new(moments, clock, [TermChange.Tag, PageTags.Settings], async cancel =>
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var changes = await db.TermChanges.AsNoTracking().ToListAsync(cancel);
        var weighs = !await db.Settings.AnyAsync(row => row.Name == nameof(SiteSettings.WeighComments) && row.Value == bool.FalseString, cancel);
        return (changes.Count == 0 && weighs ? RuleBook.Printed : new RuleBook(Merge(RuleBook.PrintedTerms, changes), weighs), null);
    });

    public ValueTask<RuleBook> GetAsync(CancellationToken cancel) => book.GetAsync(cancel);

    /// <summary>The program's terms as changed, then the added ones.</summary>
    public static IReadOnlyList<Term> Merge(IReadOnlyList<Term> printed, IReadOnlyList<TermChange> changes)
    {
        var byKey = changes.ToDictionary(change => change.Key);
        var known = printed.Select(term => (Term: term, Key: TermChange.KeyOf(term.Text))).ToList();
        var keys = known.Select(one => one.Key).ToHashSet();
        return
        [
            .. known.Select(one => byKey.TryGetValue(one.Key, out var change) ? change.IsOn ? change.ToTerm() : null : one.Term).OfType<Term>(),
            .. changes.Where(change => change.IsOn && !keys.Contains(change.Key)).Select(change => change.ToTerm()),
        ];
    }
}
