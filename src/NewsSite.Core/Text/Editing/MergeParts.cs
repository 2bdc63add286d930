namespace NewsSite.Text.Editing;

/// <summary>The settled and the disputed stretches of a merge, in order, by whatever unit the texts are cut into.</summary>
internal sealed class MergeParts
{
    private readonly IReadOnlyList<string> original;
    private readonly IReadOnlyList<string> mine;
    private readonly IReadOnlyList<string> theirs;
    private readonly List<MergePart> parts = [];

    private MergeParts(IReadOnlyList<string> original, IReadOnlyList<string> mine, IReadOnlyList<string> theirs) =>
        (this.original, this.mine, this.theirs) = (original, mine, theirs);

    public static List<MergePart> Of(IReadOnlyList<string> original, IReadOnlyList<string> mine, IReadOnlyList<string> theirs)
    {
        var merge = new MergeParts(original, mine, theirs);
        merge.Read();
        return merge.parts;
    }

    /// <summary>Conflicts that only a space or a short word parts are one: two readings are kept whole, not woven into each other.</summary>
    public static List<MergePart> WithConflictsTogether(List<MergePart> parts)
    {
        var together = new List<MergePart>();
        foreach (var part in parts)
        {
            if (!part.IsSettled && together.Count > 1 && together[^1].IsUntouched && !together[^2].IsSettled
                && IsNarrow(together[^1].Text, together[^2], part))
            {
                var (island, first) = (together[^1].Text, together[^2]);
                together.RemoveRange(together.Count - 2, 2);
                together.Add(new(first.Original + island + part.Original, first.Mine + island + part.Mine, first.Theirs + island + part.Theirs, null));
                continue;
            }
            together.Add(part);
        }
        return together;
    }

    private static bool IsNarrow(string island, MergePart first, MergePart second) =>
        !island.Contains('\n') && (string.IsNullOrWhiteSpace(island) || (WordsIn(island) == 1 && IsPhrase(first) && IsPhrase(second)));

    private static bool IsPhrase(MergePart part) => WordsIn(part.Mine) > 1 || WordsIn(part.Theirs) > 1;

    private static int WordsIn(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private void Read()
    {
        var (mineEdits, theirEdits) = (WithNeighboursTogether(Alignment.Edits(original, mine)), WithNeighboursTogether(Alignment.Edits(original, theirs)));
        var (at, m, t) = (0, 0, 0);
        while (m < mineEdits.Count || t < theirEdits.Count)
        {
            var (firstM, firstT) = (m, t);
            var from = Math.Min(m < mineEdits.Count ? mineEdits[m].From : int.MaxValue, t < theirEdits.Count ? theirEdits[t].From : int.MaxValue);
            var to = from;
            while (Takes(mineEdits, ref m, ref to) || Takes(theirEdits, ref t, ref to))
            {
            }
            if (from > at)
            {
                parts.Add(MergePart.Untouched(Join(original, at, from)));
            }
            parts.Add(Settle(from, to, mineEdits[firstM..m], theirEdits[firstT..t]));
            at = to;
        }
        if (at < original.Count)
        {
            parts.Add(MergePart.Untouched(Join(original, at, original.Count)));
        }
    }

    // Words changed one after the other are a phrase; the spaces in it have stayed by chance.
    private List<Edit> WithNeighboursTogether(List<Edit> edits)
    {
        var together = new List<Edit>();
        foreach (var edit in edits)
        {
            if (together.Count > 0 && together[^1] is { } last && edit.From == last.To + 1 && IsSpace(original[last.To]))
            {
                together[^1] = new(last.From, edit.To, last.NewFrom, edit.NewTo);
                continue;
            }
            together.Add(edit);
        }
        return together;
    }

    private static bool IsSpace(string unit) => string.IsNullOrWhiteSpace(unit) && !unit.Contains('\n');

    // Edits that overlap or touch are looked at together; so are those that only a full stop or a hyphen parts, which would make one word of two.
    private bool Takes(List<Edit> edits, ref int next, ref int to)
    {
        if (next == edits.Count || (edits[next].From > to && !IsJoint(to, edits[next].From)))
        {
            return false;
        }
        to = Math.Max(to, edits[next++].To);
        return true;
    }

    private bool IsJoint(int from, int to) =>
        to == from + 1 && original[from] is { Length: 1 } only && !char.IsWhiteSpace(only[0]) && !WordTokens.IsWord(only);

    private MergePart Settle(int from, int to, List<Edit> mineEdits, List<Edit> theirEdits)
    {
        var (was, my, their) = (Join(original, from, to), Reading(from, to, mine, mineEdits), Reading(from, to, theirs, theirEdits));
        var settled = theirEdits.Count == 0 || my == their ? my
            : mineEdits.Count == 0 ? their
            : Both(from, to, mineEdits, theirEdits) ?? (SameButForSpace(my, their) ? my : null);
        return new(was, my, their, settled);
    }

    // Neighbours may both be right: a word put in before another that the other person put right.
    private string? Both(int from, int to, List<Edit> mineEdits, List<Edit> theirEdits)
    {
        var edits = mineEdits.Select(edit => (edit.From, edit.To, Text: Join(mine, edit.NewFrom, edit.NewTo)))
            .Union(theirEdits.Select(edit => (edit.From, edit.To, Text: Join(theirs, edit.NewFrom, edit.NewTo))))
            .OrderBy(edit => edit.From).ThenBy(edit => edit.To).ToList();
        var pieces = new List<string>();
        for (var i = 0; i < edits.Count; i++)
        {
            if (edits[i].From < from || (i > 0 && edits[i].From == edits[i].To && edits[i - 1].From == edits[i - 1].To && edits[i].From == edits[i - 1].From))
            {
                return null;
            }
            pieces.Add(Join(original, from, edits[i].From));
            pieces.Add(edits[i].Text);
            from = edits[i].To;
        }
        pieces.Add(Join(original, from, to));
        pieces.RemoveAll(piece => piece.Length == 0);
        var before = pieces.Count == 0 ? null : pieces[0];
        return pieces.Skip(1).Any(piece => Glues(ref before!, piece)) || GluesTheEnds(pieces, edits[0].From, to) ? null : string.Concat(pieces);
    }

    private static bool Glues(ref string before, string piece)
    {
        var glues = WordTokens.IsOfWord(before[^1]) && WordTokens.IsOfWord(piece[0]);
        before = piece;
        return glues;
    }

    private bool GluesTheEnds(List<string> pieces, int from, int to)
    {
        var (before, after) = (from > 0 ? original[from - 1] : " ", to < original.Count ? original[to] : " ");
        var text = string.Concat(pieces);
        return text.Length == 0
            ? WordTokens.IsOfWord(before[^1]) && WordTokens.IsOfWord(after[0])
            : (WordTokens.IsOfWord(before[^1]) && WordTokens.IsOfWord(text[0])) || (WordTokens.IsOfWord(text[^1]) && WordTokens.IsOfWord(after[0]));
    }

    private static bool SameButForSpace(string one, string other) =>
        one.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SequenceEqual(other.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string Reading(int from, int to, IReadOnlyList<string> changed, List<Edit> edits)
    {
        if (edits.Count == 0)
        {
            return Join(original, from, to);
        }
        var (first, last) = (edits[0], edits[^1]);
        return Join(original, from, first.From) + Join(changed, first.NewFrom, last.NewTo) + Join(original, last.To, to);
    }

    private static string Join(IReadOnlyList<string> units, int from, int to) => string.Concat(units.Skip(from).Take(to - from));
}
