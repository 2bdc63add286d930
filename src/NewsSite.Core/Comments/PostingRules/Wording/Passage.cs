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

    /// <summary>Hits in the order of the words whose first word is at most so far from one.</summary>
    public static IEnumerable<T> Near<T>(IReadOnlyList<T> all, Func<T, Hit> hitOf, int word, int reach)
    {
        var (low, high) = (0, all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = hitOf(all[middle]).First < word - reach ? (middle + 1, high) : (low, middle);
        }
        for (; low < all.Count && hitOf(all[low]).First <= word + reach; low++)
        {
            yield return all[low];
        }
    }

    public CommentContext Context => context;

    public IReadOnlyList<string> Authors { get; } = Aiming.Persons.PartsOf(context.Authors);

    public IReadOnlyList<string> Persons { get; } = Aiming.Persons.PartsOf(context.Persons);

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
