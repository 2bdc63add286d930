using NewsSite.Articles;
using NewsSite.Text;
using Sylvan.Data.Csv;

namespace NewsSite.Import;

/// <summary>Which of our stories an old one is, as somebody wrote it down: its old address, slug or number, then our address, short link or number.</summary>
public sealed class StoryMap
{
    public static readonly StoryMap Empty = new();

    private static readonly string[] Tracks = ["utm_", "fbclid=", "gclid="];

    private readonly Dictionary<string, int> stories = [];

    /// <returns>null where nothing is written down for it.</returns>
    public int? Find(ImportedStory story) => NamesOf(story).Select(name => stories.TryGetValue(name, out var id) ? id : (int?)null).FirstOrDefault(id => id is not null);

    internal IReadOnlyCollection<int> Stories => stories.Values;

    /// <param name="csv">Two columns; a heading line may be there or not.</param>
    /// <exception cref="FormatException">A line is none.</exception>
    public static StoryMap Read(TextReader csv)
    {
        var map = new StoryMap();
        using var table = CsvDataReader.Create(csv, new CsvDataReaderOptions { HasHeaders = false });
        for (var line = 1; table.Read(); line++)
        {
            var (from, to) = (Cell(table, 0).Trim(), Cell(table, 1).Trim());
            if (from.Length > 0 && StoryNumber.In(to) is { } story)
            {
                map.stories[KeyOf(from)] = story;
            }
            else if (line > 1)
            {
                throw new FormatException($"Line {line} of the map must be an old address and one of this site's stories: its address, short link or number.");
            }
        }
        return map;
    }

    /// <summary>One spelling for all: an address by its decoded path and by what it asks for, which may be all that names the story; without what only tells where its reader came from.</summary>
    internal static string KeyOf(string written)
    {
        var (path, query) = Uri.TryCreate(written, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? (address.AbsolutePath, address.Query)
            : written.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? (written[..at], written[at..]) : (written, "");
        // Unlike a path, what is asked for may mean another thing in capitals.
        var asks = query.TrimStart('?').Split('&').Where(part => part.Length > 0 && !Tracks.Any(name => part.StartsWith(name, StringComparison.OrdinalIgnoreCase))).Select(part => CleanText.Line(Uri.UnescapeDataString(part))).ToList();
        return Redirect.Tidy(Uri.UnescapeDataString(path)) + (asks.Count > 0 ? $"?{string.Join('&', asks)}" : "");
    }

    internal static IEnumerable<string> NamesOf(ImportedStory story) => new[] { story.Address, story.Slug, story.Number }.Where(name => name.Length > 0).Select(KeyOf);

    private static string Cell(CsvDataReader table, int column) => table.RowFieldCount > column ? table.GetString(column) : "";
}
