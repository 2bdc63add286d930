namespace NewsSite.Text.Editing;

/// <summary>Two saves of one text made into one. Nothing that either wrote is lost: where they cannot both be right, both are there.</summary>
public static class ThreeWayMerge
{
    public static MergeResult Merge(string original, string mine, string theirs)
    {
        if (mine == theirs || original == theirs)
        {
            return new MergeResult.Merged(mine);
        }
        if (original == mine)
        {
            return new MergeResult.Merged(theirs);
        }
        // A headline has one line, and must keep one.
        var ownLine = original.Contains('\n') || mine.Contains('\n') || theirs.Contains('\n');
        var merged = new MergedText();
        foreach (var part in MergeParts.Of(Paragraphs(original), Paragraphs(mine), Paragraphs(theirs)))
        {
            if (part.IsSettled)
            {
                merged.Add(part.Text);
            }
            else
            {
                MergeWords(part, merged, ownLine);
            }
        }
        return merged.Conflicts.Count == 0 ? new MergeResult.Merged(merged.Text) : new MergeResult.Conflict(merged.Text, merged.Conflicts);
    }

    private static void MergeWords(MergePart paragraphs, MergedText merged, bool ownLine)
    {
        var parts = MergeParts.Of(WordTokens.Of(paragraphs.Original), WordTokens.Of(paragraphs.Mine), WordTokens.Of(paragraphs.Theirs));
        parts = MergeParts.WithConflictsTogether(parts);
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].IsSettled)
            {
                merged.Add(parts[i].Text);
                continue;
            }
            var isParagraph = ownLine && (i == 0 || parts[i - 1].Text.EndsWith('\n')) && (i == parts.Count - 1 || parts[i + 1].Text.StartsWith('\n'));
            merged.AddBoth(parts[i], isParagraph);
        }
    }

    // Each with the line feeds after it.
    private static List<string> Paragraphs(string text)
    {
        var paragraphs = new List<string>();
        for (var from = 0; from < text.Length;)
        {
            var end = text.IndexOf('\n', from);
            while (end >= 0 && end < text.Length && text[end] == '\n')
            {
                end++;
            }
            end = end < 0 ? text.Length : end;
            paragraphs.Add(text[from..end]);
            from = end;
        }
        return paragraphs;
    }
}
