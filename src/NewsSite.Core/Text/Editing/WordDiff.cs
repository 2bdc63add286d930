namespace NewsSite.Text.Editing;

/// <summary>Paragraphs are aligned first, then the whole words of those that changed. Our own alignment, not DiffPlex': that one is quadratic on texts that have nothing in common.</summary>
public static class WordDiff
{
    public static TextDiff Between(string before, string after)
    {
        var (old, now) = (Paragraphs(before), Paragraphs(after));
        var blocks = new List<DiffBlock>();
        var (changes, from, newFrom) = (new List<ParagraphDiff>(), 0, 0);
        foreach (var edit in Alignment.Edits(old, now).Append(new(old.Count, old.Count, now.Count, now.Count)))
        {
            AddUnchanged(blocks, old[from..edit.From]);
            foreach (var (was, becomes) in ParagraphPairs.Of(old[edit.From..edit.To], now[edit.NewFrom..edit.NewTo]))
            {
                var change = new ParagraphDiff(was, becomes);
                changes.Add(change);
                blocks.Add(change.Block);
            }
            (from, newFrom) = (edit.To, edit.NewTo);
        }
        return new(blocks, changes.Sum(change => change.Added), changes.Sum(change => change.Removed), changes.Sum(change => change.PunctuationChanges),
            ChangeOfMeaning.IsIn(changes));
    }

    private static void AddUnchanged(List<DiffBlock> blocks, List<string> paragraphs)
    {
        if (paragraphs.Count > 0)
        {
            blocks.Add(new DiffBlock.Unchanged(paragraphs));
        }
    }

    // Empty lines are no paragraphs, and more or fewer of them no change.
    private static List<string> Paragraphs(string text) => [.. text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))];
}
