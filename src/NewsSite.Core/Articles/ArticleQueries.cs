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

        /// <summary>One row a card: the first byline's is the only one at its place.</summary>
        public IQueryable<ArticleCard> AsCards() => articles.SelectMany(a => a.Bylines.Where(b => b.Position == 0).DefaultIfEmpty(), ToCard);
    }

    private static readonly Expression<Func<Article, Byline?, ArticleCard>> ToCard = (a, first) => new ArticleCard
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
        AuthorName = first!.Author.Name,
        AuthorElsewhere = first.Author.Elsewhere,
        PortraitKey = first.Author.Portrait!.CropKey ?? first.Author.Portrait.Key,
    };
}
