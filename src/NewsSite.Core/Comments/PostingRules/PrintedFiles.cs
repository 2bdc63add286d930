using System.Reflection;

namespace NewsSite.Comments.PostingRules;

/// <summary>The lists that stand beside this code, embedded.</summary>
internal static class PrintedFiles
{
    private static readonly string[] TermFiles = ["terms-persons.csv", "terms-groups.csv", "terms-more.csv", "terms-wider.csv"], WordFiles = ["groups.csv", "cues.csv", "groups-wider.csv", "groups-trade.csv", "names.csv"];

    public static IReadOnlyList<Term> Terms => [.. TermFiles.SelectMany(file => TermFile.Read(Open(file)).Terms)];

    public static IReadOnlyList<(string Word, WordKind Kind)> Words => [.. WordFiles.SelectMany(file => Groups.Read(Open(file)).Words)];

    public static Stream Weights => Bytes("weights.bin");

    internal static StreamReader Open(string file) => new(Bytes(file));

    private static Stream Bytes(string file) => Assembly.GetExecutingAssembly().GetManifestResourceStream($"posting-rules/{file}")!;
}
