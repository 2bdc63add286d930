using System.Diagnostics;

namespace NewsSite.Tests.Support;

/// <summary>A file system of half a megabyte, in memory.</summary>
public sealed class SmallDisk : IAsyncDisposable
{
    private readonly string folder;

    private SmallDisk(string folder) => this.folder = folder;

    /// <returns>null where it cannot be mounted.</returns>
    public static SmallDisk? TryMount(string folder)
    {
        Directory.CreateDirectory(folder);
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", folder))
        {
            return new(folder);
        }
        Directory.Delete(folder);
        return null;
    }

    public ValueTask DisposeAsync()
    {
        if (Run("umount", folder))
        {
            Directory.Delete(folder);
        }
        return ValueTask.CompletedTask;
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
