using NewsSite.Web.Hosting;

namespace NewsSite.Web.Comments;

/// <summary>How cookies of readers are named and kept: for no script, for no other site, and over TLS where there is any.</summary>
internal static class ReaderCookie
{
    extension(SiteAddress address)
    {
        public string CookieName(string name) => (address.IsHttps ? "__Host-" : "") + name;

        /// <param name="lasts">null: it is being deleted.</param>
        public CookieOptions CookieOptions(HttpContext context, TimeSpan? lasts) => new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            Secure = address.IsHttps || context.Request.IsHttps,
            MaxAge = lasts,
        };
    }
}
