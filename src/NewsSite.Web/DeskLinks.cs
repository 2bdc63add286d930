using NewsSite.Accounts;

namespace NewsSite.Web;

/// <summary>A way from the newsroom's side menu.</summary>
public sealed record DeskLink(string Name, string Path, Func<StaffMember, bool> IsFor)
{
    public bool IsAt(string path) => path == Path || (Path != "/admin" && path.StartsWith(Path + "/", StringComparison.Ordinal));
}

public static class DeskLinks
{
    private static readonly DeskLink[] All =
    [
        new("Today", "/admin", _ => true),
        new("Articles", "/admin/articles", member => member.MayWrite),
        new("Comments", "/admin/comments", member => member.MayModerate),
        new("Media", "/admin/media", member => member.MayWrite),
        new("Pages", "/admin/pages", member => member.MayPublish),
        new("Redirects", "/admin/redirects", member => member.MayPublish),
        new("Missed", "/admin/missed", member => member.MayPublish),
        new("Settings", "/admin/settings", member => member.MayAdminister),
        new("Log", "/admin/log", member => member.MayAdminister),
        new("Sections", "/admin/sections", member => member.MayPublish),
        new("Tags", "/admin/tags", member => member.MayPublish),
        new("Authors", "/admin/authors", member => member.MayPublish),
        new("Users", "/admin/users", member => member.MayAdminister),
    ];

    public static IEnumerable<DeskLink> For(StaffMember member) => All.Where(link => link.IsFor(member));
}
