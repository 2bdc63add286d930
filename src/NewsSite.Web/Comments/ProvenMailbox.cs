using NewsSite.Comments.Yours;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Comments;

/// <summary>
/// The cookie of somebody who has opened a link in a letter of ours. It holds their address, sealed, for an hour. Lax, not strict: whoever comes from a letter
/// in a web mailer arrives from another site, and would be shown the question again. Forms of other sites are refused whatever the cookie says.
/// </summary>
public sealed class ProvenMailbox(MailboxProofs proofs, SiteAddress address)
{
    private string CookieName => address.CookieName("NewsSite.Mailbox");

    /// <returns>The address; null: none was proved, or it is an hour ago.</returns>
    public string? Of(HttpRequest request) => proofs.OpenVisit(request.Cookies[CookieName]);

    /// <returns>Whether it is a link of ours whose time is not over; then the cookie is set.</returns>
    public bool Let(HttpContext context, string link)
    {
        if (proofs.OpenLink(link) is not { } email)
        {
            return false;
        }
        context.Response.Cookies.Append(CookieName, proofs.Visit(email), address.CookieOptions(context, MailboxProofs.VisitLasts));
        return true;
    }

    public void Forget(HttpContext context) => context.Response.Cookies.Delete(CookieName, address.CookieOptions(context, null));
}
