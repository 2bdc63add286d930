using System.Text.RegularExpressions;
using NewsSite.Data;
using NewsSite.Media;

namespace NewsSite.Backup;

/// <summary>Which files of the data folder belong to a backup, and under which names they lie in it.</summary>
internal static partial class SiteFiles
{
    public const string Key = "keys/site.key";

    /// <summary>Pictures; unfinished ones are nobody's.</summary>
    public static IEnumerable<(string Name, string File)> Media(MediaFolder media) =>
        Directory.Exists(media.Path)
            ? Directory.EnumerateFiles(media.Path).Select(file => (Name: Path.GetFileName(file), File: file)).Where(one => !MediaFolder.IsUnfinished(one.Name))
                .OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => ($"media/{one.Name}", one.File))
            : [];

    /// <summary>The site's key, and the ring of cookies' keys that it protects.</summary>
    public static IEnumerable<(string Name, string File)> Keys(DatabaseSettings settings)
    {
        var folder = Path.Combine(settings.DataFolder, "keys");
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => ($"keys/{Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')}", file))
                .Where(one => IsOurs(one.Item1))
            : [];
    }

    /// <summary>No archive may lead us out of the data folder.</summary>
    public static bool IsOurs(string name) => Ours().IsMatch(name) && !name.Contains("..", StringComparison.Ordinal);

    [GeneratedRegex(@"^(media/[\w-][\w.-]*|keys/(cookies/)?[\w-][\w.-]*|database\.(db|pgdump))\z")]
    private static partial Regex Ours();
}
