using System.Text;

namespace NewsSite.Import;

/// <summary>What another program exported: read anew as often as it is asked, a comment at a time.</summary>
public sealed class CommentExport(ImportSource source, ExportFiles files)
{
    public ImportSource Source => source;

    /// <exception cref="DamagedExportException">It is not what it should be.</exception>
    public IEnumerable<ImportedComment> Comments()
    {
        using var each = (source switch
        {
            ImportSource.WordPress => WordPressComments.Read(files),
            ImportSource.Disqus => DisqusComments.Read(files),
            ImportSource.Coral => CoralComments.Read(files),
            _ => GhostComments.Read(files),
        }).GetEnumerator();
        while (MovedOn(each))
        {
            yield return each.Current;
        }
    }

    /// <returns>null where nothing tells.</returns>
    public static ImportSource? Guess(ExportFiles files)
    {
        if (files.Find("comments.json") is not null)
        {
            return ImportSource.Coral;
        }
        using var file = files.Open();
        var head = new byte[4096];
        var text = Encoding.UTF8.GetString(head, 0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)).TrimStart('\uFEFF').TrimStart();
        return text.Contains("xmlns=\"http://disqus.com\"", StringComparison.Ordinal) ? ImportSource.Disqus
            : text.Contains("<rss", StringComparison.Ordinal) ? ImportSource.WordPress
            : text.StartsWith("{\"db\"", StringComparison.Ordinal) || text.Contains("exported_on", StringComparison.Ordinal) || text.StartsWith("id,name,email", StringComparison.Ordinal) ? ImportSource.Ghost
            : text is ['{' or '[', ..] && text.Contains("storyID", StringComparison.Ordinal) ? ImportSource.Coral
            : null;
    }

    private static bool MovedOn(IEnumerator<ImportedComment> each)
    {
        try
        {
            return each.MoveNext();
        }
        catch (Exception fault) when (DamagedExportException.Of(fault) is { } damaged)
        {
            throw damaged;
        }
    }
}

/// <summary>One file, or a folder of which <c>comments.json</c> is it.</summary>
public sealed class ExportFiles
{
    private readonly Func<Stream> open;
    private readonly string? folder;

    public ExportFiles(string path)
    {
        folder = Directory.Exists(path) ? path : null;
        open = () => OpenFile(Find("comments.json") ?? path);
    }

    /// <param name="open">The file's beginning, each time anew.</param>
    public ExportFiles(Func<Stream> open) => this.open = open;

    public Stream Open() => open();

    /// <returns>null where it is no folder, or nothing in it is called so.</returns>
    public string? Find(string name) => folder is not null && Path.Combine(folder, name) is var file && File.Exists(file) ? file : null;

    public static Stream OpenFile(string file) => new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
}
