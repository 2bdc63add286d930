using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Corrections;

namespace NewsSite.Web;

/// <summary>A story as its page prints it, for readers or in a preview.</summary>
public sealed record StoryPage(ArticlePage Story, string Canonical, IEnumerable<Label> Labels, IReadOnlyList<CorrectionView> Corrections)
{
    /// <summary>A reader's comment that the editors chose; null: none.</summary>
    public Honour? Pick { get; init; }
}
