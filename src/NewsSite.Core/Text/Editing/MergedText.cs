using System.Text;

namespace NewsSite.Text.Editing;

/// <summary>A merged text while it is put together.</summary>
internal sealed class MergedText
{
    private readonly StringBuilder text = new();

    public List<MergeConflict> Conflicts { get; } = [];

    public string Text => text.ToString();

    public void Add(string settled) => text.Append(settled);

    public void AddBoth(MergePart part, bool isParagraph)
    {
        var at = text.Length;
        // Who deleted wrote nothing; the other's change stays, and is told.
        if (string.IsNullOrWhiteSpace(part.Mine) || string.IsNullOrWhiteSpace(part.Theirs))
        {
            text.Append(string.IsNullOrWhiteSpace(part.Mine) ? part.Theirs : part.Mine);
        }
        else
        {
            text.Append(part.Mine).Append(Between(part.Mine, part.Theirs, isParagraph)).Append(part.Theirs);
        }
        Conflicts.Add(new(part.Original, part.Mine, part.Theirs, at, text.Length - at));
    }

    private static string Between(string mine, string theirs, bool isParagraph) =>
        char.IsWhiteSpace(mine[^1]) || char.IsWhiteSpace(theirs[0]) ? ""
        : isParagraph || mine.Contains('\n') || theirs.Contains('\n') ? "\n\n"
        : " ";
}
