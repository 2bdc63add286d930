namespace NewsSite.Media;

/// <summary>Where pictures' files lie on this machine. A file here is whole or not there: it is written under a temporary name, flushed and renamed.</summary>
public sealed record MediaFolder(string Path)
{
    private const string Temporary = ".tmp", Lock = ".lock";

    /// <summary>Readers' browsers take the first that they know.</summary>
    public static readonly IReadOnlyList<string> Formats = ["avif", "webp", "jpg"];

    public string FileOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A name for bytes that are not whole yet. It begins with a dot, so no address leads to it, and the sweep knows it.</summary>
    public string TemporaryFile()
    {
        Directory.CreateDirectory(Path);
        return FileOf($".{Guid.NewGuid():N}{Temporary}");
    }

    public async Task WriteAsync(string name, byte[] bytes, CancellationToken cancel)
    {
        var file = TemporaryFile();
        try
        {
            await using (var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write))
            {
                await stream.WriteAsync(bytes, cancel);
                stream.Flush(flushToDisk: true);
            }
            File.Move(file, FileOf(name), overwrite: true);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public void Delete(params IEnumerable<string> names)
    {
        // Nothing was ever brought here: there is no folder, and nothing to delete.
        foreach (var name in Directory.Exists(Path) ? names : [])
        {
            File.Delete(FileOf(name));
        }
    }

    /// <summary>Held by the one process, of all that share the folder, that makes a picture's files; it falls with that process, however that ends.</summary>
    /// <returns>null: another has it.</returns>
    public IDisposable? TryHold(string key)
    {
        try
        {
            return new FileStream(FileOf($".{key}{Lock}"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException fault) when (!IsFull(fault) && Directory.Exists(Path))
        {
            return null;
        }
    }

    public static bool IsUnfinished(string name) => name.StartsWith('.');

    /// <summary>No room, or the quota is used up: the system's own number for it, whatever language it speaks.</summary>
    public static bool IsFull(IOException fault) => OperatingSystem.IsWindows()
        ? (fault.HResult & 0xFFFF) is 112 or 39
        : fault.HResult is 28 or 69 or 122 || (fault.HResult & 0xFFFF) is 112;
}
