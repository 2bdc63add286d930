using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace NewsSite.BrowserTests;

/// <summary>What every page must be: without a fault that axe finds, and no wider than the screen.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions ViolationsOnly = new() { ResultTypes = [ResultType.Violations] };

    public static async Task<IEnumerable<string>> FaultsAsync(IPage page, string path)
    {
        var sideways = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return (await page.RunAxe(ViolationsOnly)).Violations.Select(violation => $"{path}: {violation.Id}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}")
            .Concat(sideways > 0 ? [$"{path}: {sideways} px sideways"] : []);
    }

    public static void NoneOf(List<string> faults) => Assert.True(faults.Count == 0, string.Join('\n', faults));
}
