using NewsSite.Comments.Yours;

namespace NewsSite.Web.Comments;

/// <summary>Whether whoever asks wrote a comment: by the signed cookie of the browser that sent it, or by that of whoever has proved its address.</summary>
public sealed class CommentOwner(MyComments mine, ProvenMailbox mailbox, YourComments yours)
{
    public async Task<bool> IsAskingAsync(HttpRequest request, int id, CancellationToken cancel) => mine.Of(request).Any(one => one.Id == id) || (mailbox.Of(request) is { } email && await yours.IsOfAsync(email, id, cancel));
}
