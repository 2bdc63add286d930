using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Web;

public enum MissedOrder { Newest, Most }

/// <summary>Where an address may have meant to lead.</summary>
public sealed record MissedGuess(string Name, string Address);

public sealed record MissedRow(int Id, string Path, int Hits, DateTimeOffset LastAt)
{
    public MissedGuess? Guess { get; init; }
}

/// <summary>Addresses where readers found nothing, paged by key, each with a guess: the story of its number, else the tag that its words name.</summary>
public sealed partial class MissedRows(NewsDb db, DateTimeOffset now)
{
    public const int PageSize = 30;

    public async Task<(IReadOnlyList<MissedRow> Rows, string? Older)> ReadAsync(MissedOrder order, string? before, CancellationToken cancel)
    {
        var rows = await In(order, Place.Parse(before)).Take(PageSize + 1).Select(missed => new MissedRow(missed.Id, missed.Path, missed.Hits, missed.LastAt)).ToListAsync(cancel);
        var shown = await GuessAsync([.. rows.Take(PageSize)], cancel);
        var older = rows.Count <= PageSize ? null : new Place(order == MissedOrder.Most ? shown[^1].Hits : shown[^1].LastAt.ToUnixTimeMilliseconds(), shown[^1].Id).ToString();
        return (shown, older);
    }

    private IQueryable<MissedAddress> In(MissedOrder order, Place? before)
    {
        var missed = db.MissedAddresses.AsNoTracking();
        if (order == MissedOrder.Most)
        {
            return (before is { } fewer ? missed.Where(one => one.Hits <= fewer.Rank && (one.Hits < fewer.Rank || one.Id < fewer.Id)) : missed)
                .OrderByDescending(one => one.Hits).ThenByDescending(one => one.Id);
        }
        if (before is { } older && older.Rank <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            var at = DateTimeOffset.FromUnixTimeMilliseconds(older.Rank);
            missed = missed.Where(one => one.LastAt <= at && (one.LastAt < at || one.Id < older.Id));
        }
        return missed.OrderByDescending(one => one.LastAt).ThenByDescending(one => one.Id);
    }

    // Two queries for all rows together.
    private async Task<IReadOnlyList<MissedRow>> GuessAsync(IReadOnlyList<MissedRow> rows, CancellationToken cancel)
    {
        var numbers = rows.Select(row => NumberIn(row.Path)).OfType<int>().Distinct().ToList();
        var stories = (await db.Articles.Live(now).Where(a => numbers.Contains(a.Id)).AsCards().ToListAsync(cancel)).ToDictionary(card => card.Id);
        var names = rows.Where(row => NumberIn(row.Path) is not { } id || !stories.ContainsKey(id)).SelectMany(row => NearbyStories.NamesIn(row.Path)).Distinct().ToList();
        var tags = (await db.Tags.Where(tag => names.Contains(tag.Key)).Select(tag => new { tag.Language, tag.Key, tag.Name, tag.Slug }).ToListAsync(cancel)).ToLookup(tag => tag.Key);
        return [.. rows.Select(row => row with
        {
            Guess = NumberIn(row.Path) is { } id && stories.TryGetValue(id, out var story) ? new(story.Headline, Address.Of(story))
                // The longest name says most.
                : NearbyStories.NamesIn(row.Path).Reverse().SelectMany(name => tags[name]).FirstOrDefault(tag => tag.Language == Editions.Of(new PathString(row.Path))) is { } tag
                ? new(tag.Name, Address.Tag(tag.Language, tag.Slug)) : null,
        })];
    }

    private static int? NumberIn(string path) =>
        LastNumber().Match(path) is { Success: true } match && int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"([0-9]{1,9})(?:\.[a-z]+)?$")]
    private static partial Regex LastNumber();

    private readonly record struct Place(long Rank, int Id)
    {
        public static Place? Parse(string? written) => written?.Split('-') is [var rank, var id]
            && long.TryParse(rank, NumberStyles.None, CultureInfo.InvariantCulture, out var first) && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var second)
            ? new(first, second) : null;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rank}-{Id}");
    }
}
