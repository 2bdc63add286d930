using System.Text;
using NewsSite.Data;

namespace NewsSite.Comments;

/// <summary>A writer's address under the site key, apart from the comment, so that no query for a page can bring it along.</summary>
public sealed class CommentEmail
{
    private CommentEmail() { }

    public int CommentId { get; private set; }
    public Comment Comment { get; private set; } = null!;
    public byte[] Sealed { get; private set; } = [];

    internal static CommentEmail Of(Comment comment, string email, SiteKey key) => new() { Comment = comment, Sealed = SealOf(key).Close(Encoding.UTF8.GetBytes(email)) };

    /// <returns>null where the site key is another one now: the address is gone.</returns>
    internal string? Open(SiteKey key) => Open(Sealed, SealOf(key));

    internal static string? Open(byte[] closed, Seal seal) => seal.Open(closed) is { } plain ? Encoding.UTF8.GetString(plain) : null;

    internal static Seal SealOf(SiteKey key) => new(key, "commenters' emails");
}
