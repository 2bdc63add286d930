using NewsSite.Comments;

namespace NewsSite.Web.Comments;

/// <summary>How addresses name the orders of a thread.</summary>
public static class ThreadOrders
{
    extension(ThreadOrder order)
    {
        /// <summary>null: the order that needs no name.</summary>
        public string? Sort => order switch
        {
            ThreadOrder.Newest => "newest",
            ThreadOrder.Useful => "useful",
            ThreadOrder.Picks => "picks",
            _ => null,
        };
    }

    /// <summary>What names no order is the first one.</summary>
    public static ThreadOrder Parse(string? sort) => Enum.GetValues<ThreadOrder>().FirstOrDefault(order => order.Sort == sort);
}
