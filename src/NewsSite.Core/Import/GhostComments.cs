using System.Text;
using Sylvan.Data.Csv;

namespace NewsSite.Import;

/// <summary>
/// Ghost has two. The table that <c>gctools export-comments</c> writes (<c>id,name,email,created_at,html,reply_to,post_id,post_title,post_slug,post_url</c>), and the
/// database as JSON with the tables <c>comments</c>, <c>members</c> and <c>posts</c>: the export of the settings page leaves the first two out, the API's
/// <c>?include=comments,members</c> brings them. Rows of the Admin API, with <c>member</c> and <c>post</c> in them, are read as well.
/// </summary>
internal static class GhostComments
{
    private const int LargestRow = 1 << 22;

    public static IEnumerable<ImportedComment> Read(ExportFiles files) => IsJson(files) ? OfJson(files) : OfTable(files);

    private static bool IsJson(ExportFiles files)
    {
        using var file = files.Open();
        for (int one; (one = file.ReadByte()) >= 0;)
        {
            // A mark of UTF-8, of UTF-16, and white space.
            if (one is not (0xEF or 0xBB or 0xBF or 0xFE or 0xFF or 0 or ' ' or '\t' or '\r' or '\n'))
            {
                return one is '{' or '[';
            }
        }
        return false;
    }

    private static IEnumerable<ImportedComment> OfJson(ExportFiles files)
    {
        // Tables come in the order of their names: comments before those whom they name.
        var (members, posts) = (new Dictionary<string, (string Name, string Email)>(), new Dictionary<string, string>());
        using (var file = files.Open())
        {
            foreach (var (table, row) in JsonRows.Read(file, "members", "posts"))
            {
                if (table == "members")
                {
                    members[row.Text("id")] = (row.Text("name"), row.Text("email"));
                }
                else
                {
                    posts[row.Text("id")] = row.Text("slug");
                }
            }
        }
        using var again = files.Open();
        foreach (var (_, row) in JsonRows.Read(again, "comments"))
        {
            var (post, member) = (row.Text("post_id") is { Length: > 0 } id ? id : row.Text("post", "id"), row.Text("member_id") is { Length: > 0 } who ? who : row.Text("member", "id"));
            var slug = posts.GetValueOrDefault(post) ?? row.Text("post", "slug");
            var (name, email) = members.GetValueOrDefault(member, (row.Text("member", "name"), row.Text("member", "email")));
            var parent = row.Text("in_reply_to_id") is { Length: > 0 } answered ? answered : row.Text("parent_id");
            yield return new(row.Text("id"), parent.Length > 0 ? parent : null, StoryOf(row.Text("post", "url"), slug, post), State(row.Text("status")), row.Time("created_at"))
            {
                Name = name,
                Email = email,
                Account = member,
                Html = row.Text("html"),
            };
        }
    }

    private static IEnumerable<ImportedComment> OfTable(ExportFiles files)
    {
        using var text = new StreamReader(files.Open(), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
        using var table = CsvDataReader.Create(text, new CsvDataReaderOptions { MaxBufferSize = LargestRow });
        var columns = Enumerable.Range(0, table.FieldCount).GroupBy(table.GetName, StringComparer.OrdinalIgnoreCase).ToDictionary(same => same.Key.TrimStart('\uFEFF'), same => same.First(), StringComparer.OrdinalIgnoreCase);
        if (!columns.ContainsKey("id") || !columns.ContainsKey("html") || !columns.ContainsKey("created_at"))
        {
            throw new DamagedExportException("The file is neither JSON nor a table with the columns id, created_at and html.");
        }
        while (table.Read())
        {
            yield return new(Of("id"), Of("reply_to") is { Length: > 0 } parent ? parent : null, StoryOf(Of("post_url"), Of("post_slug"), Of("post_id")), State(Of("status")), ExportTime.Of(Of("created_at")))
            {
                Name = Of("name"),
                Email = Of("email"),
                Html = Of("html"),
            };
        }

        string Of(string name) => columns.TryGetValue(name, out var column) && column < table.RowFieldCount ? table.GetString(column).Trim() : "";
    }

    private static ImportedStory StoryOf(string url, string slug, string number) => new(url.Length > 0 ? url : slug.Length > 0 ? $"/{slug}/" : "", slug, number);

    private static ImportedState State(string status) => status switch { "published" or "" => ImportedState.Approved, _ => ImportedState.Removed };
}
