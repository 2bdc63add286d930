namespace NewsSite.Text.Editing;

/// <summary>A stretch of one sequence put in the place of a stretch of another; ends are exclusive.</summary>
internal readonly record struct Edit(int From, int To, int NewFrom, int NewTo);

/// <summary>Which units of two sequences are the same ones. Myers' shortest script as long as the sequences are near to each other;
/// beyond that the units that each has exactly once lead the way, and what no such unit parts counts as wholly changed. So hostile texts cost no square.</summary>
internal sealed class Alignment
{
    private const int MostEdits = 500;
    private const int MostLevels = 4;

    private readonly int[] before;
    private readonly int[] after;
    private readonly List<(int Before, int After)> matches = [];

    private Alignment(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        this.before = [.. before.Select(NumberOf)];
        this.after = [.. after.Select(NumberOf)];

        int NumberOf(string unit) => numbers.TryGetValue(unit, out var number) ? number : numbers[unit] = numbers.Count;
    }

    /// <summary>Pairs of places, rising on both sides.</summary>
    public static IReadOnlyList<(int Before, int After)> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var alignment = new Alignment(before, after);
        alignment.Align(0, before.Count, 0, after.Count, MostLevels);
        return alignment.matches;
    }

    public static List<Edit> Edits(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var edits = new List<Edit>();
        var (from, newFrom) = (0, 0);
        foreach (var (at, newAt) in Of(before, after).Append((before.Count, after.Count)))
        {
            if (at > from || newAt > newFrom)
            {
                edits.Add(new(from, at, newFrom, newAt));
            }
            (from, newFrom) = (at + 1, newAt + 1);
        }
        return edits;
    }

    private void Align(int from, int to, int newFrom, int newTo, int levels)
    {
        while (from < to && newFrom < newTo && before[from] == after[newFrom])
        {
            matches.Add((from++, newFrom++));
        }
        var same = 0;
        while (from < to && newFrom < newTo && before[to - 1] == after[newTo - 1])
        {
            (to, newTo, same) = (to - 1, newTo - 1, same + 1);
        }
        if (from < to && newFrom < newTo && !ByShortestScript(from, to, newFrom, newTo) && levels > 0)
        {
            ByUniqueUnits(from, to, newFrom, newTo, levels - 1);
        }
        for (var i = 0; i < same; i++)
        {
            matches.Add((to + i, newTo + i));
        }
    }

    private bool ByShortestScript(int from, int to, int newFrom, int newTo)
    {
        var (length, newLength) = (to - from, newTo - newFrom);
        var most = Math.Min(length + newLength, MostEdits);
        var reach = new int[(2 * most) + 3];
        var middle = most + 1;
        var trace = new List<int[]>();
        for (var edits = 0; edits <= most; edits++)
        {
            for (var k = -edits; k <= edits; k += 2)
            {
                var x = k == -edits || (k != edits && reach[middle + k - 1] < reach[middle + k + 1]) ? reach[middle + k + 1] : reach[middle + k - 1] + 1;
                while (x < length && x - k < newLength && before[from + x] == after[newFrom + x - k])
                {
                    x++;
                }
                reach[middle + k] = x;
                if (x >= length && x - k >= newLength)
                {
                    ReadBack(trace, from, newFrom, length, newLength);
                    return true;
                }
            }
            trace.Add(reach[(middle - edits - 1)..(middle + edits + 2)]);
        }
        return false;
    }

    private void ReadBack(List<int[]> trace, int from, int newFrom, int x, int y)
    {
        var first = matches.Count;
        for (var edits = trace.Count; edits > 0; edits--)
        {
            var (reach, k) = (trace[edits - 1], x - y);
            var wasK = k == -edits || (k != edits && reach[edits + k - 1] < reach[edits + k + 1]) ? k + 1 : k - 1;
            var wasX = reach[edits + wasK];
            while (x > wasX && y > wasX - wasK)
            {
                matches.Add((from + --x, newFrom + --y));
            }
            (x, y) = (wasX, wasX - wasK);
        }
        while (x > 0 && y > 0)
        {
            matches.Add((from + --x, newFrom + --y));
        }
        matches.Reverse(first, matches.Count - first);
    }

    private void ByUniqueUnits(int from, int to, int newFrom, int newTo, int levels)
    {
        var anchors = Rising(UniqueUnits(from, to, newFrom, newTo));
        if (anchors.Count == 0)
        {
            return;
        }
        foreach (var (at, newAt) in anchors)
        {
            Align(from, at, newFrom, newAt, levels);
            matches.Add((at, newAt));
            (from, newFrom) = (at + 1, newAt + 1);
        }
        Align(from, to, newFrom, newTo, levels);
    }

    private List<(int At, int NewAt)> UniqueUnits(int from, int to, int newFrom, int newTo)
    {
        var (places, newPlaces) = (Places(before, from, to), Places(after, newFrom, newTo));
        return [.. Enumerable.Range(from, to - from)
            .Where(at => places[before[at]] >= 0 && newPlaces.GetValueOrDefault(before[at], -1) >= 0)
            .Select(at => (at, newPlaces[before[at]]))];
    }

    // −1 for what is there more than once.
    private static Dictionary<int, int> Places(int[] units, int from, int to)
    {
        var places = new Dictionary<int, int>();
        for (var at = from; at < to; at++)
        {
            places[units[at]] = places.ContainsKey(units[at]) ? -1 : at;
        }
        return places;
    }

    // The longest rising run, by the piles of patience sorting.
    private static List<(int At, int NewAt)> Rising(List<(int At, int NewAt)> pairs)
    {
        var (piles, below) = (new List<int>(), new int[pairs.Count]);
        for (var i = 0; i < pairs.Count; i++)
        {
            var (low, high) = (0, piles.Count);
            while (low < high)
            {
                var mid = (low + high) / 2;
                (low, high) = pairs[piles[mid]].NewAt < pairs[i].NewAt ? (mid + 1, high) : (low, mid);
            }
            below[i] = low > 0 ? piles[low - 1] : -1;
            if (low == piles.Count)
            {
                piles.Add(i);
            }
            piles[low] = i;
        }
        var rising = new List<(int At, int NewAt)>();
        for (var i = piles.Count > 0 ? piles[^1] : -1; i >= 0; i = below[i])
        {
            rising.Add(pairs[i]);
        }
        rising.Reverse();
        return rising;
    }
}
