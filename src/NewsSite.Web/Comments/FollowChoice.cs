using Microsoft.AspNetCore.Mvc.Rendering;
using NewsSite.Comments.Following;

namespace NewsSite.Web.Comments;

/// <summary>What somebody may want letters about, as forms offer and send it.</summary>
public static class FollowChoice
{
    public static IEnumerable<SelectListItem> Options(Words words) =>
        Enum.GetNames<FollowKind>().Prepend("").Select(value => new SelectListItem(words[$"Comment.Letters.{(value.Length == 0 ? "None" : value)}"], value));

    /// <returns>null for none, and for what no form offers.</returns>
    public static FollowKind? Read(string? written) => Enum.GetNames<FollowKind>().Contains(written) ? Enum.Parse<FollowKind>(written!) : null;
}
