namespace NewsSite.Web.Hosting;

public static class SecurityHeaders
{
    /// <summary>On every answer, errors too.</summary>
    public static void AddSecurityHeaders(this WebApplicationBuilder builder)
    {
        var https = builder.Configuration["Site:Address"]?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true;
        var pages = Common(https).AddContentSecurityPolicy(PagePolicy);
        // A picture shows nothing but itself, even opened alone.
        var media = Common(https).AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddSandbox();
        });
        builder.Services.AddSecurityHeaderPolicies().SetPolicySelector(selector =>
            selector.HttpContext.Request.Path.StartsWithSegments("/media") ? media : pages);
    }

    public static void UseSecurityHeaders(this WebApplication app) => SecurityHeadersMiddlewareExtensions.UseSecurityHeaders(app);

    private static void PagePolicy(CspBuilder csp)
    {
        csp.AddDefaultSrc().None();
        csp.AddScriptSrc().Self();
        csp.AddStyleSrc().Self();
        csp.AddImgSrc().Self();
        csp.AddFontSrc().Self();
        csp.AddMediaSrc().Self();
        // Players, only after a reader's click.
        csp.AddFrameSrc().From("https://www.youtube-nocookie.com").From("https://t.me");
        csp.AddConnectSrc().Self();
        csp.AddManifestSrc().Self();
        csp.AddFormAction().Self();
        csp.AddBaseUri().None();
        csp.AddFrameAncestors().None();
        csp.AddRequireTrustedTypesFor().Script();
        csp.AddCustomDirective("trusted-types", "'none'");
    }

    private static HeaderPolicyCollection Common(bool https)
    {
        var policy = new HeaderPolicyCollection()
            .AddContentTypeOptionsNoSniff()
            .AddFrameOptionsDeny()
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
