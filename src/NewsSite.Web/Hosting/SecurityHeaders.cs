namespace NewsSite.Web.Hosting;

public static class SecurityHeaders
{
    /// <summary>On every answer, errors too.</summary>
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var https = app.Services.GetRequiredService<SiteAddress>().IsHttps;
        var policy = new HeaderPolicyCollection()
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddScriptSrc().Self();
                csp.AddStyleSrc().Self();
                csp.AddImgSrc().Self();
                csp.AddFontSrc().Self();
                csp.AddMediaSrc().Self();
                csp.AddConnectSrc().Self();
                csp.AddManifestSrc().Self();
                csp.AddFormAction().Self();
                csp.AddBaseUri().None();
                csp.AddFrameAncestors().None();
                csp.AddRequireTrustedTypesFor().Script();
                csp.AddCustomDirective("trusted-types", "'none'");
            })
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
        app.UseSecurityHeaders(policy);
    }
}
