namespace NewsSite.Web.Hosting;

public static class SecurityHeaders
{
    /// <summary>On every answer, errors too.</summary>
    public static void AddSecurityHeaders(this WebApplicationBuilder builder)
    {
        var https = builder.Configuration["Site:Address"]?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true;
        var pages = Common(https).AddFrameOptionsDeny().AddContentSecurityPolicy(csp => PagePolicy(csp, frames: false).AddFrameAncestors().None());
        // The editor shows the preview beside the text, and nobody else does.
        var writing = Common(https).AddFrameOptionsDeny().AddContentSecurityPolicy(csp => PagePolicy(csp, frames: true).AddFrameAncestors().None());
        var preview = Common(https).AddFrameOptionsSameOrigin().AddContentSecurityPolicy(csp => PagePolicy(csp, frames: false).AddFrameAncestors().Self());
        // A picture shows nothing but itself, even opened alone.
        var media = Common(https).AddFrameOptionsDeny().AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddSandbox();
        });
        builder.Services.AddSecurityHeaderPolicies().SetPolicySelector(selector => selector.HttpContext.Request.Path switch
        {
            var path when path.StartsWithSegments("/media") => media,
            var path when path.StartsWithSegments("/admin/articles") => writing,
            var path when path.StartsWithSegments("/admin/preview") => preview,
            _ => pages,
        });
    }

    public static void UseSecurityHeaders(this WebApplication app) => SecurityHeadersMiddlewareExtensions.UseSecurityHeaders(app);

    private static CspBuilder PagePolicy(CspBuilder csp, bool frames)
    {
        csp.AddDefaultSrc().None();
        csp.AddScriptSrc().Self();
        csp.AddStyleSrc().Self();
        csp.AddImgSrc().Self();
        csp.AddFontSrc().Self();
        csp.AddMediaSrc().Self();
        // Players, only after a reader's click.
        var players = csp.AddFrameSrc().From("https://www.youtube-nocookie.com").From("https://t.me");
        if (frames)
        {
            players.Self();
        }
        csp.AddConnectSrc().Self();
        csp.AddManifestSrc().Self();
        csp.AddFormAction().Self();
        csp.AddBaseUri().None();
        csp.AddRequireTrustedTypesFor().Script();
        csp.AddCustomDirective("trusted-types", "'none'");
        return csp;
    }

    private static HeaderPolicyCollection Common(bool https)
    {
        var policy = new HeaderPolicyCollection()
            .AddContentTypeOptionsNoSniff()
            // Never no-referrer: Chromium would then send Origin: null on our own forms, and the cross-origin guard refuses that.
            .AddReferrerPolicyStrictOriginWhenCrossOrigin()
            .AddCrossOriginOpenerPolicy(coop => coop.SameOrigin())
            .AddCrossOriginResourcePolicy(corp => corp.SameOrigin())
            .AddPermissionsPolicy(permissions =>
            {
                permissions.AddDefaultSecureDirectives();
                permissions.AddFullscreen().Self();
                permissions.AddWebShare().Self();
                permissions.AddPublickeyCredentialsGet().Self();
            })
            .RemoveServerHeader();
        if (https)
        {
            policy.AddStrictTransportSecurityMaxAge();
        }
        return policy;
    }
}
