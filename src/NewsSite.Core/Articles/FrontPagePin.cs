using NewsSite.Caching;

namespace NewsSite.Articles;

public enum FrontPageSlot { Lead }

/// <summary>A story held in a place of its edition's front page by an editor.</summary>
public sealed class FrontPagePin : IPageSubject
{
    private FrontPagePin() { }

    public FrontPagePin(Article article, FrontPageSlot slot, DateTimeOffset? endsAt = null)
    {
        Language = article.Language;
        Article = article;
        Slot = slot;
        EndsAt = endsAt;
    }

    public int Id { get; private set; }
    public string Language { get; private set; } = "ar";
    public FrontPageSlot Slot { get; private set; }
    public int ArticleId { get; private set; }
    public Article Article { get; private set; } = null!;
    public DateTimeOffset? EndsAt { get; private set; }

    public IEnumerable<string> PageTags => [Caching.PageTags.Edition(Language)];
}
