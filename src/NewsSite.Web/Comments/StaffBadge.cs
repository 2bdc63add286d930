using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Settings;
using NewsSite.Text;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Comments;

/// <summary>The badge of who comments signed in, and asks for it. It goes with the account's own name and no other.</summary>
public static class StaffBadge
{
    /// <param name="member">null: nobody is signed in, and whatever was asked for, there is no badge.</param>
    public static async Task<CommentDraft> WornAsync(CommentDraft draft, StaffMember? member, PageFrame frame, NewsDb db, CancellationToken cancel)
    {
        // As the newsroom itself: closed to who has not set up the second factor that is demanded.
        if (member is null || (frame.Settings.SecondFactorFrom.IsDemandedOf(member) && !member.HasSecondFactor))
        {
            return draft;
        }
        var key = Slug.KeyOf(member.Name);
        var isAuthor = await db.Set<Byline>().AnyAsync(by => by.ArticleId == draft.ArticleId && by.Author.Key == key, cancel);
        return draft with { Name = member.Name.Length > Comment.MaxName ? member.Name[..Comment.MaxName] : member.Name, Badge = isAuthor ? CommentBadge.Author : CommentBadge.Staff };
    }
}
