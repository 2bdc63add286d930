using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Hosting;

public static class SignInCookie
{
    /// <summary>Its presence, true or false, means that nothing cached is served.</summary>
    public static string NameFor(SiteAddress address) => (address.IsHttps ? "__Host-" : "") + "NewsSite.SignIn";

    // Chromium drops __Host- cookies on plain http.
    public static string Prefix(WebApplicationBuilder builder) =>
        builder.Configuration["Site:Address"]?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true ? "__Host-" : "";
}

public static class Authentication
{
    private static readonly TimeSpan SecondFactorPatience = TimeSpan.FromMinutes(10);

    public static void AddAuthentication(this WebApplicationBuilder builder)
    {
        var prefix = SignInCookie.Prefix(builder);
        builder.Services.AddIdentityCore<User>(identity =>
        {
            identity.User.RequireUniqueEmail = true;
            // Whoever has no Latin letters in an address may have an account too; addresses are checked as such.
            identity.User.AllowedUserNameCharacters = "";
            // Length and weakness are ours to judge: RefuseWeakPasswords.
            identity.Password.RequiredLength = 1;
            identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            identity.Tokens.PasswordResetTokenProvider = PasswordLinks.Name;
        }).AddEntityFrameworkStores<NewsDb>().AddDefaultTokenProviders().AddTokenProvider<PasswordLinks>(PasswordLinks.Name).AddPasswordValidator<RefuseWeakPasswords>();
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, cookie =>
            {
                Harden(cookie.Cookie, prefix + "NewsSite.SignIn", prefix);
                cookie.ExpireTimeSpan = SignIn.Lasts;
                cookie.LoginPath = "/account/sign-in";
                cookie.ReturnUrlParameter = "back";
                cookie.Events.OnValidatePrincipal = SigningIn.ValidateAsync;
                cookie.Events.OnRedirectToAccessDenied = context => Answer(context.Response, StatusCodes.Status403Forbidden);
                cookie.Events.OnRedirectToLogin = context => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
                    ? SendTo(context.Response, context.RedirectUri)
                    : Answer(context.Response, StatusCodes.Status401Unauthorized);
            })
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie =>
            {
                Harden(cookie.Cookie, prefix + "NewsSite.HalfWay", prefix);
                cookie.ExpireTimeSpan = SecondFactorPatience;
            });
        builder.Services.AddScoped<SigningIn>();
        builder.Services.AddScoped<AccountLetters>();
        builder.Services.AddScoped<ForgottenPasswords>();
        builder.Services.AddScoped<Appointments>();
        builder.Services.AddSingleton<SetUpLink>();
        builder.Services.AddDataProtection().SetApplicationName("NewsSite");
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>, RingUnderTheSiteKey>();
    }

    private static void Harden(CookieBuilder cookie, string name, string prefix)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = prefix.Length > 0 ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    private static Task Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }

    // A path, not an address: whatever name the site was asked by.
    private static Task SendTo(HttpResponse response, string address)
    {
        response.Redirect(new Uri(address).PathAndQuery);
        return Task.CompletedTask;
    }

    /// <summary>The keys of cookies lie beside the site key and are sealed with it.</summary>
    private sealed class RingUnderTheSiteKey(DatabaseSettings settings, SiteKey siteKey, ILoggerFactory loggers) : IConfigureOptions<KeyManagementOptions>
    {
        public void Configure(KeyManagementOptions options)
        {
            options.XmlRepository = new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(
                Directory.CreateDirectory(Path.Combine(settings.DataFolder, "keys", "cookies")), loggers);
            options.XmlEncryptor = new SealedXml(siteKey);
        }
    }
}

/// <summary>Sealed under the site key.</summary>
internal sealed class SealedXml(SiteKey siteKey) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        new XElement("sealed", Convert.ToBase64String(SealOf(siteKey).Close(Encoding.UTF8.GetBytes(plaintextElement.ToString())))), typeof(UnsealedXml));

    internal static Seal SealOf(SiteKey siteKey) => new(siteKey, "cookie ring");
}

// Made by Data Protection from the type's name in the ring.
internal sealed class UnsealedXml(IServiceProvider services) : IXmlDecryptor
{
    // A key that does not open is passed over and a new one made: everybody signs in again.
    public XElement Decrypt(XElement encryptedElement) =>
        SealedXml.SealOf(services.GetRequiredService<SiteKey>()).Open(Convert.FromBase64String(encryptedElement.Value)) is { } plain
            ? XElement.Parse(Encoding.UTF8.GetString(plain))
            : throw new CryptographicException("Sealed with another site key.");
}
