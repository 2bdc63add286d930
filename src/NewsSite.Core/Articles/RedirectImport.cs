using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using Sylvan.Data.Csv;

namespace NewsSite.Articles;

/// <summary>A line of the file that is no redirect.</summary>
public sealed record RedirectLineFault(int Line, RedirectFault Fault);

/// <param name="Faults">The lines that were passed over.</param>
public sealed record RedirectImport(int Written, IReadOnlyList<RedirectLineFault> Faults)
{
    private const int Batch = 1_000;

    /// <summary>Two columns, the old address and the new one; a heading line, hosts and percent-encoding may be there or not. What is imported again replaces what was.</summary>
    /// <exception cref="FormatException">The text is no table.</exception>
    public static async Task<RedirectImport> RunAsync(NewsDb db, TextReader csv, DateTimeOffset now, CancellationToken cancel)
    {
        var (wanted, faults) = (new Dictionary<string, Redirect>(), new List<RedirectLineFault>());
        await using var reader = await CsvDataReader.CreateAsync(csv, new CsvDataReaderOptions { HasHeaders = false }, cancel);
        for (var line = 1; await reader.ReadAsync(cancel); line++)
        {
            switch (RedirectReading.Of(Cell(reader, 0), Cell(reader, 1), now))
            {
                case RedirectReading.Fit(var redirect):
                    wanted[redirect.Path] = redirect;
                    break;
                // The first line may be a heading.
                case RedirectReading.Faulty(var fault) when line > 1 || fault is not (RedirectFault.NotAnOldAddress or RedirectFault.NotATarget):
                    faults.Add(new(line, fault));
                    break;
            }
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

    private static string Cell(CsvDataReader reader, int column) => reader.RowFieldCount > column ? reader.GetString(column) : "";

    // A chain in the file becomes one hop; a ring leads nowhere and is dropped.
    private static void Shorten(Dictionary<string, Redirect> wanted)
    {
        var written = wanted.ToDictionary();
        foreach (var redirect in written.Values)
        {
            var (last, met) = (redirect, new HashSet<string>());
            while (met.Add(last.Path) && written.TryGetValue(last.TargetPath, out var next))
            {
                last = next;
            }
            if (written.ContainsKey(last.TargetPath))
            {
                wanted.Remove(redirect.Path);
            }
            else if (last != redirect)
            {
                wanted[redirect.Path] = new Redirect(redirect.Path, last.Target, redirect.CreatedAt);
            }
        }
    }
}
