using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules.Aiming;

/// <summary>A comment before the rules: its words, and each term in it with its aim.</summary>
internal sealed class Hearing
{
    /// <param name="written">With its links, whose letters are no words.</param>
    /// <param name="bare">With spaces in their place.</param>
    public Hearing(Passage passage, string written, string bare)
    {
        (Passage, Written, Bare) = (passage, written, bare);
        Company = passage.Hits.Where(hit => hit.Term!.Certainty >= 20).Select(hit => hit.First).Distinct().Count();
        Thrown = [.. passage.Hits.Select(hit => (hit, AimedWords.Of(passage, hit, Company - 1)))];
    }

    public Passage Passage { get; }
    public string Written { get; }
    public string Bare { get; }

    /// <summary>How many places hold a term of some weight.</summary>
    public int Company { get; }

    public IReadOnlyList<(Hit Hit, Throw Throw)> Thrown { get; }

    public IEnumerable<(Hit Hit, Throw Throw)> Of(PostingRule rule) => Thrown.Where(one => one.Hit.Term!.Rule == rule);
}
