using NewsSite.Text;

namespace NewsSite.Comments.PostingRules.Wording;

/// <summary>A comment as the rules read it: its words, and what of the lists is in it.</summary>
internal sealed class Passage(Skeleton skeleton, IReadOnlyList<Word> words, IReadOnlyList<Hit> hits, CommentContext context)
{
    public Skeleton Skeleton => skeleton;

    public IReadOnlyList<Word> Words => words;

    /// <summary>Terms that were found.</summary>
    public IReadOnlyList<Hit> Hits { get; } = [.. hits.Where(hit => hit.Term is not null)];

    /// <summary>Words of the lists that are targets or attack them.</summary>
    public IReadOnlyList<Hit> Marks { get; } = [.. hits.Where(hit => hit.Term is null)];

    public CommentContext Context => context;

    public ReadOnlySpan<char> TextOf(int word) => skeleton.Text.AsSpan(words[word].Start, words[word].Length);

    public bool SameSentence(int one, int other) => words[one].Sentence == words[other].Sentence;

    public Evidence EvidenceOf(Hit hit, Aim aim, bool decides) => EvidenceOf(hit.First, hit.Last, hit.Term?.Text, aim, decides);

    public Evidence EvidenceOf(int first, int last, string? term, Aim aim, bool decides)
    {
        var (start, length) = skeleton.Whence(words[first].Start, words[last].End - words[first].Start);
        var folded = skeleton.Text[words[first].Start..words[last].End];
        return new(start, length, term ?? folded, folded, aim, decides);
    }
}
