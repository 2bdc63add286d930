using System.Globalization;
using System.Net;
using System.Xml;

namespace NewsSite.Import;

/// <summary>
/// WordPress' own export (Tools, Export), called WXR: RSS with one <c>item</c> a story, its comments last in it; versions 1.0 to 1.2 differ for us in the
/// namespace only. The form is that of <c>wp-admin/includes/export.php</c>, which leaves spam out.
/// </summary>
internal static class WordPressComments
{
    private const string Ours = "http://wordpress.org/export/";

    public static IEnumerable<ImportedComment> Read(ExportFiles files)
    {
        using var file = files.Open();
        using var reader = ExportXml.Open(file);
        var (site, link, slug, number) = ("", "", "", "");
        ExportXml.Begin(reader, "rss", "WordPress");
        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
                continue;
            }
            switch (reader.LocalName)
            {
                case "channel":
                    reader.Read();
                    break;
                case "item":
                    (link, slug, number) = ("", "", "");
                    reader.Read();
                    break;
                case "base_blog_url" when IsOurs(reader):
                    site = SiteOf(reader.ReadElementContentAsString());
                    break;
                case "link" when reader.NamespaceURI.Length == 0:
                    link = reader.ReadElementContentAsString().Trim();
                    break;
                case "post_name" when IsOurs(reader):
                    slug = reader.ReadElementContentAsString().Trim();
                    break;
                case "post_id" when IsOurs(reader):
                    number = reader.ReadElementContentAsString().Trim();
                    break;
                case "comment" when IsOurs(reader):
                    yield return CommentOf(FieldsOf(reader), site, new(link, slug, number));
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    private static bool IsOurs(XmlReader reader) => reader.NamespaceURI.StartsWith(Ours, StringComparison.Ordinal);

    // Two sites number their comments alike.
    private static string SiteOf(string address) => Uri.TryCreate(address.Trim(), UriKind.Absolute, out var site) ? site.Host + site.AbsolutePath.TrimEnd('/') : "";

    private static Dictionary<string, string> FieldsOf(XmlReader reader)
    {
        var fields = new Dictionary<string, string>();
        ExportXml.Children(reader, one =>
        {
            if (one.LocalName == "commentmeta")
            {
                return false;
            }
            fields[one.LocalName] = one.ReadElementContentAsString();
            return true;
        });
        return fields;
    }

    private static ImportedComment CommentOf(Dictionary<string, string> fields, string site, ImportedStory story)
    {
        var (id, parent, user) = (Of("comment_id"), Of("comment_parent"), Of("comment_user_id"));
        return new($"{site}#{id}", parent is "" or "0" ? null : $"{site}#{parent}", story, State(Of("comment_approved"), Of("comment_type")), At(Of("comment_date_gmt")) ?? At(Of("comment_date")))
        {
            Name = Of("comment_author"),
            Email = Of("comment_author_email"),
            Account = user is "" or "0" ? "" : $"{site}#{user}",
            From = IPAddress.TryParse(Of("comment_author_IP"), out var from) ? from : null,
            Html = Of("comment_content"),
            KeepsLines = true,
        };

        string Of(string name) => fields.GetValueOrDefault(name, "").Trim();
    }

    private static ImportedState State(string approved, string type) => type is not ("" or "comment") ? ImportedState.Other : approved switch
    {
        "1" or "approve" or "approved" => ImportedState.Approved,
        "0" or "hold" => ImportedState.Pending,
        "spam" => ImportedState.Spam,
        _ => ImportedState.Removed,
    };

    // Older comments may have no time but the site's own, and the export does not say in which zone.
    private static DateTimeOffset? At(string written) => DateTimeOffset.TryParseExact(written, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
