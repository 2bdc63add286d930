using System.Diagnostics;

namespace NewsSite.Tests.Support;

public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Who looks without a pause takes the core from what it waits for, and moves a test's clock faster than work is done.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Waits for what another process or a background reader will bring about: on the condition, never for a set time.</summary>
    public static async Task Async(Func<Task<bool>> holds)
    {
        for (var watch = Stopwatch.StartNew(); !await holds();)
        {
            Assert.True(watch.Elapsed < Patience, "It did not come to pass.");
            await Task.Delay(Pause);
        }
    }
}
