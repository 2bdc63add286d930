using System.Diagnostics;

namespace NewsSite.Tests.Support;

/// <summary>The program itself, as a process of its own.</summary>
public static class SiteProcess
{
    /// <param name="arguments">What comes later holds.</param>
    public static Process Start(string dataFolder, params string[] arguments) => Run(
        ["--urls=http://127.0.0.1:0", $"--DataFolder={dataFolder}", $"--contentRoot={TestSite.WebFolder}", .. arguments]);

    public static Process Run(string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "NewsSite.Web.dll"), .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    /// <summary>At once, and waits until the system has let go of its files and connections.</summary>
    public static Task DieAsync(this Process site)
    {
        site.Kill();
        return site.WaitForExitAsync();
    }

    /// <summary>Where it says that it is open.</summary>
    public static async Task<Uri> AddressOfAsync(Process site)
    {
        while (await site.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split("open at ") is [_, var address])
            {
                return new Uri(address.Trim());
            }
        }
        throw new InvalidOperationException(await site.StandardError.ReadToEndAsync());
    }
}
