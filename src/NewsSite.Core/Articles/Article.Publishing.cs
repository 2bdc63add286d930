using NewsSite.Text;

namespace NewsSite.Articles;

public enum ArticleStatus
{
    Draft,
    InReview,
    Ready,

    /// <summary>Readers see it from <see cref="Article.PublishedAt"/> on; while that lies ahead it is scheduled.</summary>
    Published,

    /// <summary>Was published, is not any more: readers get 410 and a sentence.</summary>
    Withdrawn,
}

/// <summary>Why a story cannot be published yet; each has its sentence, <c>Publish.Fault.…</c>.</summary>
public enum PublishFault
{
    PictureWithoutText,
    PictureWithoutCredit,
    BodyPictureWithoutText,
}

public sealed partial class Article
{
    public ArticleStatus Status { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>The last change that a reader should know of; null until there is one.</summary>
    public DateTimeOffset? UpdatedAt { get; private set; }

    /// <summary>Its tags and bylines must be loaded: their lists are in order of publication.</summary>
    /// <param name="at">In the future: scheduled.</param>
    public void Publish(DateTimeOffset at)
    {
        Status = ArticleStatus.Published;
        // The date is set once: a corrected article keeps its place in the archive and in feeds.
        PublishedAt ??= at;
        tags.ForEach(tag => tag.PublishedAt = PublishedAt);
        bylines.ForEach(byline => byline.PublishedAt = PublishedAt);
    }

    /// <summary>What it lacks to be published; a page asks before <see cref="Publish"/>.</summary>
    public IEnumerable<PublishFault> PublishFaults()
    {
        var hasPicture = PictureId is not null || Picture is not null;
        if (hasPicture && PictureText.Length == 0)
        {
            yield return PublishFault.PictureWithoutText;
        }
        if (hasPicture && PictureCredit.Length == 0)
        {
            yield return PublishFault.PictureWithoutCredit;
        }
        if (ArticleBody.PicturesIn(Markdown).Any(picture => string.IsNullOrWhiteSpace(picture.AlternativeText)))
        {
            yield return PublishFault.BodyPictureWithoutText;
        }
    }

    public void Withdraw() => Status = ArticleStatus.Withdrawn;

    public void MarkUpdated(DateTimeOffset now) => UpdatedAt = now;
}
