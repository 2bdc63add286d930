namespace NewsSite.Tests.Comments;

/// <summary>A way to write a word so that people read it and a list does not.</summary>
/// <param name="Rewrite">Null where the word offers it nothing to hold on to.</param>
public sealed record Disguise(string Name, Func<string, string?> Rewrite)
{
    public override string ToString() => Name;
}
