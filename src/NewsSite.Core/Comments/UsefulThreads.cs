using NewsSite.Data;

namespace NewsSite.Comments;

/// <summary>The order of <see cref="ThreadOrder.Useful"/>: threads by the votes on the comment that each began with, those with as many by age; in a thread by time.</summary>
internal static class UsefulThreads
{
    /// <summary>A comment beside what its thread is placed by.</summary>
    internal sealed class Row
    {
        public int Useful { get; init; }
        public int Root { get; init; }
        public required Comment Comment { get; init; }
    }

    extension(NewsDb db)
    {
        internal IQueryable<Row> UsefulThreadsOf(int articleId) => db.Comments.Where(root => root.ArticleId == articleId && root.BranchId == 0)
            .Join(db.ThreadOf(articleId), root => root.Id, c => c.RootId, (root, c) => new Row { Useful = root.Useful, Root = root.Id, Comment = c });
    }

    extension(IQueryable<Row> rows)
    {
        internal IQueryable<Row> InOrder() => rows.OrderByDescending(row => row.Useful).ThenBy(row => row.Root).ThenBy(row => row.Comment.BranchId).ThenBy(row => row.Comment.Id);

        internal IQueryable<Row> InReverse() => rows.OrderBy(row => row.Useful).ThenByDescending(row => row.Root).ThenByDescending(row => row.Comment.BranchId).ThenByDescending(row => row.Comment.Id);

        /// <param name="useful">Of the thread that the position is in, now: a link to the next page outlives votes.</param>
        internal IQueryable<Row> From(ThreadPosition position, int useful)
        {
            var (root, branch, id) = position;
            return rows.Where(row => row.Useful <= useful && (row.Useful < useful || row.Root > root
                || (row.Root == root && (row.Comment.BranchId > branch || (row.Comment.BranchId == branch && row.Comment.Id >= id)))));
        }

        internal IQueryable<Row> Before(ThreadPosition position, int useful)
        {
            var (root, branch, id) = position;
            return rows.Where(row => row.Useful >= useful && (row.Useful > useful || row.Root < root
                || (row.Root == root && (row.Comment.BranchId < branch || (row.Comment.BranchId == branch && row.Comment.Id < id)))));
        }
    }
}
