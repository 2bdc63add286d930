using System.Text;
using System.Text.Json;
using NewsSite.Data;
using Npgsql;

namespace NewsSite.Tests.Support;

/// <summary>What somebody finds who searches the database itself: the bytes of SQLite's files, or every column of every row of PostgreSQL.</summary>
public static class Traces
{
    /// <returns>Which of the words are there still, as written or as JSON escapes them.</returns>
    public static async Task<IReadOnlyList<string>> FoundAsync(this TestSite site, params IEnumerable<string> words)
    {
        var all = await AllAsync(site);
        return [.. words.Where(word => new[] { word, JsonSerializer.Serialize(word)[1..^1] }.Any(form => Holds(all, form)))];
    }

    private static bool Holds(byte[] all, string word)
    {
        var (lower, text) = (Encoding.UTF8.GetBytes(word.ToLowerInvariant()), Encoding.UTF8.GetBytes(word));
        return all.AsSpan().IndexOf(text) >= 0 || all.AsSpan().IndexOf(lower) >= 0;
    }

    private static async Task<byte[]> AllAsync(TestSite site) =>
        site.Database.Settings.Provider == DatabaseProvider.Sqlite ? await FilesAsync(site.Database.Settings) : await RowsAsync(site.Database.Settings.Connection);

    private static async Task<byte[]> FilesAsync(DatabaseSettings settings)
    {
        using var all = new MemoryStream();
        foreach (var file in Directory.GetFiles(settings.DataFolder, "news.db*"))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            await open.CopyToAsync(all);
        }
        return all.ToArray();
    }

    private static async Task<byte[]> RowsAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var command = new NpgsqlCommand("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'", connection))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }
        using var all = new MemoryStream();
        foreach (var table in tables)
        {
            await using var command = new NpgsqlCommand($"SELECT * FROM {table}", connection);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    all.Write(reader.GetValue(column) switch { byte[] bytes => bytes, string text => Encoding.UTF8.GetBytes(text), _ => [] });
                }
            }
        }
        return all.ToArray();
    }
}
