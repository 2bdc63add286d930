using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Comments;

public static class CommentQueries
{
    extension(NewsDb db)
    {
        /// <summary>What readers find under a story: what is posted, and the places of removed ones that were answered.</summary>
        public IQueryable<Comment> ThreadOf(int articleId) => db.Comments.Where(c => c.ArticleId == articleId
            && (c.State == CommentState.Posted || (c.State == CommentState.Removed && db.Comments.Any(answer => answer.ParentId == c.Id && answer.State == CommentState.Posted))));
    }

    extension(IQueryable<ModerationEntry> entries)
    {
        /// <summary>Without those that leave a comment as it is.</summary>
        public IQueryable<ModerationEntry> ThatDecide() => entries.Where(e => ModerationEntry.Deciding.Contains(e.Act));
    }

    extension(IQueryable<Comment> comments)
    {
        public IQueryable<Comment> Like(NewsDb db, Likeness like) => like.Kind == BanKind.Email
            ? comments.Where(c => c.WriterKey == db.Comments.Where(one => one.Id == like.CommentId).Select(one => one.WriterKey).FirstOrDefault())
            // Those whose address was forgotten have nothing in common.
            : comments.Where(c => c.AddressKey != null && c.AddressKey == db.Comments.Where(one => one.Id == like.CommentId).Select(one => one.AddressKey).FirstOrDefault());

        /// <summary>Those about which something can be decided; the query's <see cref="Comment.IsOver"/>.</summary>
        public IQueryable<Comment> NotOver() => comments.Where(c => c.Body != "" && (c.State != CommentState.Removed || c.Rule != null));

        /// <summary>A first or second level names itself, once it has a number.</summary>
        internal Task<int> TakePlacesAsync(CancellationToken cancel) => comments.ExecuteUpdateAsync(set => set
            .SetProperty(c => c.RootId, c => c.RootId == 0 ? c.Id : c.RootId)
            .SetProperty(c => c.BranchId, c => c.ParentId != null && c.BranchId == 0 ? c.Id : c.BranchId), cancel);

        public IOrderedQueryable<Comment> InOrder(ThreadOrder order) =>
            (order == ThreadOrder.Oldest ? comments.OrderBy(c => c.RootId) : comments.OrderByDescending(c => c.RootId)).ThenBy(c => c.BranchId).ThenBy(c => c.Id);

        public IOrderedQueryable<Comment> InReverse(ThreadOrder order) =>
            (order == ThreadOrder.Oldest ? comments.OrderByDescending(c => c.RootId) : comments.OrderBy(c => c.RootId)).ThenByDescending(c => c.BranchId).ThenByDescending(c => c.Id);

        public IQueryable<Comment> From(ThreadPosition? position, ThreadOrder order) => position is not var (root, branch, id) ? comments
            : order == ThreadOrder.Oldest
            ? comments.Where(c => c.RootId > root || (c.RootId == root && (c.BranchId > branch || (c.BranchId == branch && c.Id >= id))))
            : comments.Where(c => c.RootId < root || (c.RootId == root && (c.BranchId > branch || (c.BranchId == branch && c.Id >= id))));

        public IQueryable<Comment> Before(ThreadPosition position, ThreadOrder order)
        {
            var (root, branch, id) = position;
            return order == ThreadOrder.Oldest
                ? comments.Where(c => c.RootId < root || (c.RootId == root && (c.BranchId < branch || (c.BranchId == branch && c.Id < id))))
                : comments.Where(c => c.RootId > root || (c.RootId == root && (c.BranchId < branch || (c.BranchId == branch && c.Id < id))));
        }

        public IQueryable<CommentView> AsViews() => comments.Select(c => new CommentView(
            c.Id, c.ParentId, c.Parent == null || c.Parent.State != CommentState.Posted ? null : c.Parent.Name, c.RootId, c.BranchId,
            // What was removed is not carried to any page.
            c.State == CommentState.Removed ? "" : c.Name, c.State == CommentState.Removed ? "" : c.Body, c.State == CommentState.Removed ? "" : c.Face, c.At, c.State)
        { Useful = c.Useful, Badge = c.Badge });
    }
}
