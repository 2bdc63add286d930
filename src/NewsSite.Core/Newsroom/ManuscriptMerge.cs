using NewsSite.Text.Editing;

namespace NewsSite.Newsroom;

/// <summary>Two writers' versions of one manuscript, made into one.</summary>
/// <param name="Conflicts">Names of the fields in which both changed the same; there both readings stand in <paramref name="Result"/>.</param>
public sealed record ManuscriptMerge(Manuscript Result, IReadOnlyList<string> Conflicts)
{
    public static ManuscriptMerge Of(Manuscript original, Manuscript mine, Manuscript theirs)
    {
        var conflicts = new List<string>();
        var result = mine with
        {
            Headline = Text(original.Headline, mine.Headline, theirs.Headline, nameof(Manuscript.Headline)),
            Standfirst = Text(original.Standfirst, mine.Standfirst, theirs.Standfirst, nameof(Manuscript.Standfirst)),
            Markdown = Text(original.Markdown, mine.Markdown, theirs.Markdown, nameof(Manuscript.Markdown)),
            SectionId = Choice(original.SectionId, mine.SectionId, theirs.SectionId, nameof(Manuscript.SectionId)),
            Tags = Set(original.Tags, mine.Tags, theirs.Tags),
            Bylines = Set(original.Bylines, mine.Bylines, theirs.Bylines),
            Labels = Set(original.Labels, mine.Labels, theirs.Labels),
            PictureId = Choice(original.PictureId, mine.PictureId, theirs.PictureId, nameof(Manuscript.PictureId)),
            PictureText = Text(original.PictureText, mine.PictureText, theirs.PictureText, nameof(Manuscript.PictureText)),
            PictureCaption = Text(original.PictureCaption, mine.PictureCaption, theirs.PictureCaption, nameof(Manuscript.PictureCaption)),
            PictureCredit = Text(original.PictureCredit, mine.PictureCredit, theirs.PictureCredit, nameof(Manuscript.PictureCredit)),
            TakesComments = Choice(original.TakesComments, mine.TakesComments, theirs.TakesComments, nameof(Manuscript.TakesComments)),
            TranslationOf = Choice(original.TranslationOf, mine.TranslationOf, theirs.TranslationOf, nameof(Manuscript.TranslationOf)),
        };
        return new(result, conflicts);

        T Choice<T>(T before, T one, T other, string field)
        {
            if (Equals(one, other) || Equals(before, other))
            {
                return one;
            }
            if (!Equals(before, one))
            {
                conflicts.Add(field);
                return one;
            }
            return other;
        }

        string Text(string before, string one, string other, string field)
        {
            switch (ThreeWayMerge.Merge(before, one, other))
            {
                case MergeResult.Merged merged:
                    return merged.Text;
                case MergeResult.Conflict conflict:
                    conflicts.Add(field);
                    return conflict.TextWithBoth;
                case var unknown:
                    throw new InvalidOperationException($"Merged to {unknown}.");
            }
        }
    }

    // What either took away is gone, what either added is there.
    private static IReadOnlyList<T> Set<T>(IReadOnlyList<T> before, IReadOnlyList<T> one, IReadOnlyList<T> other) =>
        [.. one.Where(item => other.Contains(item) || !before.Contains(item)), .. other.Where(item => !one.Contains(item) && !before.Contains(item))];
}
