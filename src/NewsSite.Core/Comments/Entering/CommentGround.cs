namespace NewsSite.Comments.Entering;

/// <summary>A story as its comments stand under it.</summary>
/// <param name="AuthorKeys">Of their names: no guest may look like one of them.</param>
public sealed record CommentGround(int ArticleId, string Language, string Headline, int SectionId, string Address, CommentStanding Standing, CommentContext Context, IReadOnlySet<string> AuthorKeys);
