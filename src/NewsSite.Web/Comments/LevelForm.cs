using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using NewsSite.Comments;
using NewsSite.Web.Pages.Admin.Comments;

namespace NewsSite.Web.Comments;

/// <summary>The form of one place, with what stands there or what was typed.</summary>
public sealed record LevelForm(string Scope, string Name, LevelWish Stands, LevelsModel.InputModel? Typed, Words Words)
{
    public bool IsSite => Scope == CommentPolicy.Site;
    public string Id => Scope.Replace(':', '-');
    public string Action => IsSite ? "?handler=Site" : $"?handler={(Scope.StartsWith("section:", StringComparison.Ordinal) ? "Section" : "Story")}&id={Scope.Split(':')[1]}";
    public string WasLevel => Stands.Level?.ToString() ?? "";
    public string WasDays => Stands.ClosesAfterDays?.ToString(CultureInfo.InvariantCulture) ?? "";
    public string Days => Typed?.Days ?? WasDays;

    public IEnumerable<SelectListItem> Levels => Enum.GetValues<CommentLevel>().Select(level => level.ToString()).Prepend("")
        .Select(level => new SelectListItem(level.Length == 0 ? Words[IsSite ? "Levels.Unset" : "Levels.Wider"] : Words[$"Levels.{level}"], level, level == (Typed?.Level ?? WasLevel)));
}
