using System.Text.Json;

namespace NewsSite.Import;

/// <summary>
/// Coral (Talk) from version 6 on has no export of its own: what is read is what <c>mongoexport</c> writes of its collection <c>comments</c>, one object a line or
/// one array, with the fields of <c>models/comment</c> in its sources. Story and writer stand in two other collections: they are taken from <c>stories.json</c>
/// and <c>users.json</c> where a folder holds all three, or from the object itself where somebody has put them in (<c>storyURL</c>, <c>author</c>).
/// </summary>
internal static class CoralComments
{
    public static IEnumerable<ImportedComment> Read(ExportFiles files)
    {
        var stories = ById(files, "stories.json", row => row.Text("url"));
        var users = ById(files, "users.json", row => (Name: row.Text("username"), Email: row.Text("email")));
        using var file = files.Open();
        foreach (var (_, row) in JsonRows.Read(file))
        {
            var (story, author) = (row.Text("storyID"), row.Text("authorID"));
            var user = users.GetValueOrDefault(author, (Name: "", Email: ""));
            yield return new(
                row.Text("id"), row.Text("parentID") is { Length: > 0 } parent ? parent : null,
                new(First(row.Text("storyURL"), row.Text("story", "url"), stories.GetValueOrDefault(story, "")), Number: story), State(row), row.Time("createdAt"))
            {
                Name = First(row.Text("author", "username"), user.Name),
                Email = First(row.Text("author", "email"), user.Email),
                Account = First(author, row.Text("author", "id")),
                Html = First(row.Text("body"), LastRevision(row)),
            };
        }
    }

    private static Dictionary<string, T> ById<T>(ExportFiles files, string name, Func<JsonElement, T> what)
    {
        var rows = new Dictionary<string, T>();
        if (files.Find(name) is { } path)
        {
            using var file = ExportFiles.OpenFile(path);
            foreach (var (_, row) in JsonRows.Read(file))
            {
                rows[row.Text("id")] = what(row);
            }
        }
        return rows;
    }

    private static string First(params ReadOnlySpan<string> candidates)
    {
        foreach (var one in candidates)
        {
            if (one.Length > 0)
            {
                return one;
            }
        }
        return "";
    }

    private static string LastRevision(JsonElement row) =>
        row.TryGetProperty("revisions", out var revisions) && revisions.ValueKind == JsonValueKind.Array && revisions.GetArrayLength() is > 0 and var count ? revisions[count - 1].Text("body") : "";

    // Published at once, and never looked at, is NONE.
    private static ImportedState State(JsonElement row) => row.Has("deletedAt") ? ImportedState.Removed : row.Text("status") switch
    {
        "APPROVED" or "NONE" => ImportedState.Approved,
        "PREMOD" or "SYSTEM_WITHHELD" => ImportedState.Pending,
        "REJECTED" => ImportedState.Removed,
        _ => ImportedState.Other,
    };
}
