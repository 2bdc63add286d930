using System.Diagnostics;

namespace NewsSite.Tests.Support;

public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Waits for what another process or a background reader will bring about: on the condition, never for a set time.</summary>
    public static async Task Async(Func<Task<bool>> holds)
    {
        for (var watch = Stopwatch.StartNew(); !await holds();)
        {
            Assert.True(watch.Elapsed < Patience, "It did not come to pass.");
            await Task.Yield();
        }
    }
}
