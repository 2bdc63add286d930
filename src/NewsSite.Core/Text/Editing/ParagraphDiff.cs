using System.Text;

namespace NewsSite.Text.Editing;

/// <summary>One paragraph before and after, word for word.</summary>
internal sealed class ParagraphDiff
{
    private readonly SpacedWords old;
    private readonly SpacedWords now;
    private readonly List<(DiffKind Kind, bool IsMinor, StringBuilder Text)> runs = [];

    public ParagraphDiff(string before, string after)
    {
        (Before, After) = (before, after);
        (old, now) = (new SpacedWords(before), new SpacedWords(after));
        if (before.Length == 0 || after.Length == 0)
        {
            (Removed, Added) = (old.Words.Count, now.Words.Count);
            Add(DiffKind.Removed, before);
            Add(DiffKind.Added, after);
            return;
        }
        Read();
    }

    public string Before { get; }

    public string After { get; }

    public int Added { get; private set; }

    public int Removed { get; private set; }

    public int PunctuationChanges { get; private set; }

    public DiffBlock Block
    {
        get
        {
            var runs = this.runs.ConvertAll(run => new DiffRun(run.Kind, run.Text.ToString(), run.IsMinor));
            return runs.TrueForAll(run => run.Kind == DiffKind.Same || run.IsMinor)
                ? new DiffBlock.PunctuationOnly(runs, PunctuationChanges)
                : new DiffBlock.Changed(runs);
        }
    }

    private void Read()
    {
        var edits = Alignment.Edits(old.Keys, now.Keys);
        var (at, newAt) = (0, 0);
        foreach (var edit in edits)
        {
            SameWords(at, newAt, edit.From - at);
            Change(edit);
            (at, newAt) = (edit.To, edit.NewTo);
        }
        SameWords(at, newAt, old.Words.Count - at);
        // What stands after a changed last word was told with it.
        if (edits.Count == 0 || edits[^1].To < old.Words.Count || edits[^1].NewTo < now.Words.Count)
        {
            Minor(old.Between[^1], now.Between[^1]);
        }
    }

    private void SameWords(int from, int newFrom, int count)
    {
        for (var i = 0; i < count; i++)
        {
            // What stands before the first was told with the change before it, if there was one.
            if (i > 0 || (from == 0 && newFrom == 0))
            {
                Minor(old.Between[from + i], now.Between[newFrom + i]);
            }
            Minor(old.Words[from + i], now.Words[newFrom + i]);
        }
    }

    private void Change(Edit edit)
    {
        (Removed, Added) = (Removed + edit.To - edit.From, Added + edit.NewTo - edit.NewFrom);
        var (lead, newLead) = (old.Between[edit.From], now.Between[edit.NewFrom]);
        var (trail, newTrail) = (old.Between[edit.To], now.Between[edit.NewTo]);
        if (edit.From < edit.To && edit.NewFrom < edit.NewTo)
        {
            Minor(lead, newLead);
            Add(DiffKind.Removed, old.Text(edit.From, edit.To));
            Add(DiffKind.Added, now.Text(edit.NewFrom, edit.NewTo));
            Minor(trail, newTrail);
        }
        else if (edit.From < edit.To)
        {
            OneSided(DiffKind.Removed, lead, old.Text(edit.From, edit.To), trail, newLead);
        }
        else
        {
            OneSided(DiffKind.Added, newLead, now.Text(edit.NewFrom, edit.NewTo), newTrail, lead);
        }
    }

    // Words came or went with one of the spaces beside them; the other is the one that stands there without them.
    private void OneSided(DiffKind kind, string lead, string words, string trail, string without)
    {
        var other = kind == DiffKind.Removed ? DiffKind.Added : DiffKind.Removed;
        if (lead == without || trail == without)
        {
            Add(lead == without ? DiffKind.Same : kind, lead);
            Add(kind, words);
            Add(lead == without ? kind : DiffKind.Same, trail);
            return;
        }
        Add(kind, lead);
        Add(kind, words);
        Add(kind, trail);
        Add(other, without, isMinor: true);
        PunctuationChanges += string.IsNullOrWhiteSpace(without) && string.IsNullOrWhiteSpace(lead + trail) ? 0 : 1;
    }

    private void Minor(string was, string becomes)
    {
        if (was == becomes)
        {
            Add(DiffKind.Same, was);
            return;
        }
        Add(DiffKind.Removed, was, isMinor: true);
        Add(DiffKind.Added, becomes, isMinor: true);
        PunctuationChanges++;
    }

    private void Add(DiffKind kind, string text, bool isMinor = false)
    {
        if (text.Length == 0)
        {
            return;
        }
        if (runs.Count == 0 || runs[^1].Kind != kind || runs[^1].IsMinor != isMinor)
        {
            runs.Add((kind, isMinor, new StringBuilder()));
        }
        runs[^1].Text.Append(text);
    }
}
