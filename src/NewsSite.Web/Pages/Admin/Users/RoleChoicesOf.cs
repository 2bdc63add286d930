using Microsoft.AspNetCore.Mvc.Rendering;
using NewsSite.Accounts;

namespace NewsSite.Web.Pages.Admin.Users;

internal static class RoleChoicesOf
{
    extension(Words words)
    {
        public IEnumerable<SelectListItem> RoleChoices() => Enum.GetValues<Role>().Select(role => new SelectListItem(words[role == Role.None ? "User.Role.None" : $"Role.{role}"], role.ToString()));
    }
}
