using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using Sylvan.Data.Csv;

namespace NewsSite.Articles;

/// <param name="Faults">One sentence for each line that is no redirect.</param>
public sealed record RedirectImport(int Written, IReadOnlyList<string> Faults)
{
    private const int Batch = 1_000;

    /// <summary>Two columns, the old address and the new one; a heading line, hosts and percent-encoding may be there or not. What is imported again replaces what was.</summary>
    public static async Task<RedirectImport> RunAsync(NewsDb db, TextReader csv, DateTimeOffset now, CancellationToken cancel)
    {
        var (wanted, faults) = (new Dictionary<string, Redirect>(), new List<string>());
        await using var reader = await CsvDataReader.CreateAsync(csv, new CsvDataReaderOptions { HasHeaders = false }, cancel);
        for (var line = 1; await reader.ReadAsync(cancel); line++)
        {
            var (from, to) = (PathOf(reader.GetString(0)), reader.RowFieldCount > 1 ? reader.GetString(1).Trim() : "");
            if (from is null || !IsTarget(to))
            {
                if (line > 1)
                {
                    faults.Add($"Line {line}: not an old and a new address.");
                }
                continue;
            }
            var redirect = new Redirect(from, Encoded(to), now);
            if (redirect.Path.Length > Redirect.MaxPath || redirect.Target.Length > Redirect.MaxPath || redirect.Path == Redirect.Tidy(Uri.UnescapeDataString(redirect.Target)))
            {
                faults.Add($"Line {line}: too long, or leads to itself.");
                continue;
            }
            wanted[redirect.Path] = redirect;
        }
        Shorten(wanted);
        foreach (var batch in wanted.Values.Chunk(Batch))
        {
            var paths = batch.Select(redirect => redirect.Path).ToList();
            await db.Redirects.Where(old => paths.Contains(old.Path)).ExecuteDeleteAsync(cancel);
            db.AddRange(batch);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
        return new(wanted.Count, faults);
    }

    // A chain in the file becomes one hop; a ring leads nowhere and is dropped.
    private static void Shorten(Dictionary<string, Redirect> wanted)
    {
        var written = wanted.ToDictionary();
        foreach (var redirect in written.Values)
        {
            var (last, met) = (redirect, new HashSet<string>());
            while (met.Add(last.Path) && written.TryGetValue(Redirect.Tidy(Uri.UnescapeDataString(last.Target)), out var next))
            {
                last = next;
            }
            if (written.ContainsKey(Redirect.Tidy(Uri.UnescapeDataString(last.Target))))
            {
                wanted.Remove(redirect.Path);
            }
            else if (last != redirect)
            {
                wanted[redirect.Path] = new Redirect(redirect.Path, last.Target, redirect.CreatedAt);
            }
        }
    }

    private static string? PathOf(string address)
    {
        var path = address.Trim();
        if (Uri.TryCreate(path, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https")
        {
            path = absolute.AbsolutePath;
        }
        return path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) ? Uri.UnescapeDataString(path) : null;
    }

    private static bool IsTarget(string target) =>
        (target.StartsWith('/') && !target.StartsWith("//", StringComparison.Ordinal))
        || (Uri.TryCreate(target, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https");

    private static string Encoded(string target) => target.StartsWith('/')
        ? string.Join('/', target.Split('/').Select(part => Uri.EscapeDataString(Uri.UnescapeDataString(part))))
        : new Uri(target).AbsoluteUri;
}
