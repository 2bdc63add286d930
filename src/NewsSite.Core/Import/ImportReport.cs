namespace NewsSite.Import;

/// <summary>A story of the export that is none of ours, with the comments that stay behind for that.</summary>
public sealed record UnmatchedStory(string Name, int Comments);

/// <summary>What an export holds and what became of it, or would: a dry run gives the same.</summary>
public sealed record ImportReport(ImportSource Source)
{
    /// <summary>Comments of all kinds in the export; the next five are parts of it.</summary>
    public int Found { get; internal set; }
    public int Approved { get; internal set; }
    public int Pending { get; internal set; }

    /// <summary>Not brought along, as is what follows: spam, what was removed or refused there, and what is no comment.</summary>
    public int Spam { get; internal set; }
    public int Removed { get; internal set; }
    public int Other { get; internal set; }

    /// <summary>Of the approved and pending ones, those that are not brought along: without words, without a time or number that can be read, twice in the file, without a story here.</summary>
    public int Empty { get; internal set; }
    public int Unreadable { get; internal set; }
    public int Twice { get; internal set; }
    public int WithoutStory { get; internal set; }

    /// <summary>Brought along by an earlier run.</summary>
    public int Already { get; internal set; }

    /// <summary>What was added, or would be.</summary>
    public int Posted { get; internal set; }
    public int Held { get; internal set; }

    /// <summary>Among <see cref="Held"/>: by our rules, as was asked for.</summary>
    public int HeldByRules { get; internal set; }

    /// <summary>Among those that fit: too long for us, and cut; answers whose parent does not come along, which hang higher up or begin a thread; without an email address.</summary>
    public int Cut { get; internal set; }
    public int Orphans { get; internal set; }
    public int WithoutEmail { get; internal set; }

    public int Stories { get; internal set; }
    public IReadOnlyList<UnmatchedStory> Unmatched { get; internal set; } = [];

    public int Added => Posted + Held;
}
