using NewsSite.Articles;
using NewsSite.Text;

namespace NewsSite.Newsroom;

/// <summary>What a save came to.</summary>
public abstract record SaveOutcome
{
    private SaveOutcome() { }

    /// <param name="Merged">Somebody else had saved meanwhile, and both are in it.</param>
    public sealed record Saved(Article Article, int Revision, Manuscript Manuscript, bool Merged) : SaveOutcome;

    /// <summary>The same words were changed by both. Nothing is overwritten; what came in is kept aside as a revision.</summary>
    /// <param name="Both">Everything that could be merged is; where not, both readings stand one after the other.</param>
    /// <param name="Fields">Where both readings stand.</param>
    public sealed record Conflict(Manuscript Both, int Revision, IReadOnlyList<string> Fields, string ByName) : SaveOutcome;

    /// <summary>No such story, or not theirs to write at.</summary>
    public sealed record NotThere : SaveOutcome;
}

/// <summary>What a step on a story's way came to.</summary>
public abstract record WayOutcome
{
    private WayOutcome() { }

    public sealed record Done(Article Article, bool Merged, DateTimeOffset At) : WayOutcome;

    /// <summary>Why it cannot be published yet.</summary>
    public sealed record Unfit(IReadOnlyList<PublishFault> Faults, int Revision) : WayOutcome;

    public sealed record Conflict(SaveOutcome.Conflict With) : WayOutcome;

    public sealed record NotThere : WayOutcome;
}

public enum PublishFault { NoHeadline, NoBody, PictureWithoutText, PictureWithoutCredit, BodyPictureWithoutText }

public static class PublishFaults
{
    /// <summary>What a reader would miss.</summary>
    public static IEnumerable<PublishFault> Of(Manuscript manuscript)
    {
        if (CleanText.Line(manuscript.Headline).Length == 0)
        {
            yield return PublishFault.NoHeadline;
        }
        if (manuscript.Markdown.Trim().Length == 0)
        {
            yield return PublishFault.NoBody;
        }
        if (manuscript.PictureId is not null && manuscript.PictureText.Trim().Length == 0)
        {
            yield return PublishFault.PictureWithoutText;
        }
        if (manuscript.PictureId is not null && manuscript.PictureCredit.Trim().Length == 0)
        {
            yield return PublishFault.PictureWithoutCredit;
        }
        if (ArticleBody.PicturesIn(manuscript.Markdown).Any(picture => string.IsNullOrWhiteSpace(picture.AlternativeText)))
        {
            yield return PublishFault.BodyPictureWithoutText;
        }
    }
}
