using NewsSite.Accounts;
using NewsSite.Articles;

namespace NewsSite.Newsroom;

/// <summary>Whose stories somebody finds. What is not theirs is not there.</summary>
public static class StoryAccess
{
    extension(IQueryable<Article> articles)
    {
        public IQueryable<Article> SeenBy(StaffMember member)
        {
            var id = member.Id;
            return member.MayPublish ? articles : member.MayWrite ? articles.Where(a => a.OwnerId == id) : articles.Where(a => false);
        }

        /// <summary>Until the desk has read it, a reporter may still write at it.</summary>
        public IQueryable<Article> EditedBy(StaffMember member) => member.MayPublish
            ? articles
            : articles.SeenBy(member).Where(a => a.Status == ArticleStatus.Draft || a.Status == ArticleStatus.InReview);
    }
}
