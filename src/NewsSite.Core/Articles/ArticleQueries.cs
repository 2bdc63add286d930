using System.Linq.Expressions;
using NewsSite.Media;

namespace NewsSite.Articles;

public static class ArticleQueries
{
    extension(IQueryable<Article> articles)
    {
        public IQueryable<Article> Live(DateTimeOffset now) =>
            articles.Where(a => a.Status == ArticleStatus.Published && a.PublishedAt <= now);

        public IQueryable<Article> In(string language) => articles.Where(a => a.Language == language);

        public IQueryable<Article> InSection(int sectionId) => articles.Where(a => a.SectionId == sectionId);

        public IQueryable<Article> NewestFirst() => articles.OrderByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id);

        public IQueryable<Article> Scheduled(DateTimeOffset now) =>
            articles.Where(a => a.Status == ArticleStatus.Published && a.PublishedAt > now);

        public IQueryable<ArticleCard> AsCards() => articles.Select(ToCard);
    }

    // Sub-selects, not joins of collections: one row a card.
    private static readonly Expression<Func<Article, ArticleCard>> ToCard = a => new ArticleCard
    {
        Id = a.Id,
        Slug = a.Slug,
        Language = a.Language,
        Headline = a.Headline,
        Standfirst = a.Standfirst,
        SectionId = a.SectionId,
        SectionSlug = a.Section.Slug,
        SectionName = a.Section.Name,
        Labels = a.Labels,
        PublishedAt = a.PublishedAt!.Value,
        UpdatedAt = a.UpdatedAt,
        Picture = a.Picture == null ? null : new PictureView(a.Picture.Key, a.Picture.Width, a.Picture.Height, a.Picture.Widths, a.Picture.CropKey),
        PictureText = a.PictureText,
        AuthorName = a.Bylines.OrderBy(b => b.Position).Select(b => b.Author.Name).FirstOrDefault(),
        AuthorElsewhere = a.Bylines.OrderBy(b => b.Position).Select(b => b.Author.Elsewhere).FirstOrDefault(),
        PortraitKey = a.Bylines.OrderBy(b => b.Position).Select(b => b.Author.Portrait!.CropKey ?? b.Author.Portrait.Key).FirstOrDefault(),
    };
}
