using System.Net;
using System.Xml;

namespace NewsSite.Import;

/// <summary>
/// Disqus' own export: <c>thread</c> elements, then <c>post</c> elements that name their thread and parent by <c>dsq:id</c>, as documented at
/// help.disqus.com («Comments Export») and read by other importers. It carries <c>isDeleted</c> and <c>isSpam</c>; <c>isApproved</c>, which the API knows,
/// is honoured where it stands. Newer exports name no email and no network address.
/// </summary>
internal static class DisqusComments
{
    private const string Internals = "http://disqus.com/disqus-internals";

    public static IEnumerable<ImportedComment> Read(ExportFiles files)
    {
        using var file = files.Open();
        using var reader = ExportXml.Open(file);
        var threads = new Dictionary<string, ImportedStory>();
        ExportXml.Begin(reader, "disqus", "Disqus");
        while (!reader.EOF)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "thread" })
            {
                var id = IdOf(reader);
                var fields = FieldsOf(reader);
                // The identifier is whatever the old site chose, often its number or path.
                threads[id] = new(fields.GetValueOrDefault("link", ""), fields.GetValueOrDefault("id", ""), id);
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "post" })
            {
                var id = IdOf(reader);
                yield return CommentOf(id, FieldsOf(reader), threads);
            }
            else if (reader.NodeType == XmlNodeType.Element)
            {
                reader.Skip();
            }
            else
            {
                reader.Read();
            }
        }
    }

    private static string IdOf(XmlReader reader) => reader.GetAttribute("id", Internals) ?? "";

    /// <summary>Texts by their names, the author's as <c>author.name</c>; references by what they refer to.</summary>
    private static Dictionary<string, string> FieldsOf(XmlReader reader)
    {
        var fields = new Dictionary<string, string>();
        ExportXml.Children(reader, one =>
        {
            switch (one.LocalName)
            {
                case "thread" or "parent":
                    fields[one.LocalName] = IdOf(one);
                    return false;
                case "category":
                    return false;
                case "author":
                    ExportXml.Children(one, part =>
                    {
                        fields[$"author.{part.LocalName}"] = part.ReadElementContentAsString().Trim();
                        return true;
                    });
                    return true;
                default:
                    fields[one.LocalName] = one.ReadElementContentAsString().Trim();
                    return true;
            }
        });
        return fields;
    }

    private static ImportedComment CommentOf(string id, Dictionary<string, string> fields, Dictionary<string, ImportedStory> threads)
    {
        var thread = Of("thread");
        return new(id, Of("parent") is { Length: > 0 } parent ? parent : null, threads.GetValueOrDefault(thread) ?? new("", Number: thread), State(), ExportTime.Of(Of("createdAt")))
        {
            Name = Of("author.name") is { Length: > 0 } name ? name : Of("author.username"),
            Email = Of("author.email"),
            Account = Of("author.isAnonymous") == "true" ? "" : Of("author.username"),
            From = IPAddress.TryParse(Of("ipAddress"), out var from) ? from : null,
            Html = Of("message"),
        };

        string Of(string name) => fields.GetValueOrDefault(name, "");

        ImportedState State() => Of("isDeleted") == "true" ? ImportedState.Removed : Of("isSpam") == "true" ? ImportedState.Spam : Of("isApproved") == "false" ? ImportedState.Pending : ImportedState.Approved;
    }
}
