using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using NewsSite.Comments;
using NewsSite.Web.Pages.Admin.Comments;

namespace NewsSite.Web.Comments;

/// <summary>The form of one place, with what stands there or what was typed.</summary>
public sealed record LevelForm(string Scope, string Name, LevelWish Stands, LevelsModel.InputModel? Typed, Words Words)
{
    /// <summary>The numbers that were typed and cannot be.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    public bool IsWrong(string field) => Typed is not null && Unread.Contains(field);

    public bool IsSite => Scope == CommentPolicy.Site;

    /// <summary>Of a section nobody says why it is closed.</summary>
    public bool HasNote => !Scope.StartsWith("section:", StringComparison.Ordinal);
    public string Id => Scope.Replace(':', '-');
    public string Action => IsSite ? "?handler=Site" : $"?handler={(Scope.StartsWith("section:", StringComparison.Ordinal) ? "Section" : "Story")}&id={Scope.Split(':')[1]}";
    public string WasLevel => Stands.Level?.ToString() ?? "";
    public string WasDays => Written(Stands.ClosesAfterDays);
    public string WasComments => Written(Stands.ClosesAfterComments);
    public string WasSeconds => Written(Stands.SlowSeconds);
    public string Days => Typed?.Days ?? WasDays;
    public string Comments => Typed?.Comments ?? WasComments;
    public string Note => Typed?.Note ?? Stands.Note;
    public string Seconds => Typed?.Seconds ?? WasSeconds;

    public IEnumerable<SelectListItem> Levels => Enum.GetValues<CommentLevel>().Select(level => level.ToString()).Prepend("")
        .Select(level => new SelectListItem(level.Length == 0 ? Words[IsSite ? "Levels.Unset" : "Levels.Wider"] : Words[$"Levels.{level}"], level, level == (Typed?.Level ?? WasLevel)));

    private static string Written(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
