namespace NewsSite.Web.Comments;

/// <summary>How the pages of the terms call things.</summary>
public static class TermWords
{
    private static readonly HashSet<string> Known = ["msa", "egypt", "levant", "gulf", "iraq", "maghreb", "english", "french"];

    /// <summary>The newsroom may have regions of its own: they are called as they are written.</summary>
    public static string Region(Words words, string region) => Known.Contains(region) ? words[$"Terms.Region.{region}"] : region;
}
