namespace NewsSite.Comments;

/// <summary>What a comment stands under: who may be meant by «you», and whose words may be quoted.</summary>
public sealed partial record CommentContext(string Headline, IReadOnlyList<string> Authors, IReadOnlyList<string> Persons, string? ParentName, string ArticleText)
{
    public static readonly CommentContext None = new("", [], [], null, "");
}
