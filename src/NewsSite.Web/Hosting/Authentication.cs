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
        }).AddEntityFrameworkStores<NewsDb>().AddDefaultTokenProviders().AddPasswordValidator<RefuseWeakPasswords>();
        builder.Services.Configure<DataProtectionTokenProviderOptions>(tokens => tokens.TokenLifespan = TimeSpan.FromHours(24));
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

/// <summary>AES-GCM with a key derived from the site key.</summary>
internal sealed class SealedXml(SiteKey siteKey) : IXmlEncryptor
{
    private const int NonceLength = 12, TagLength = 16;

    internal static byte[] KeyOf(SiteKey siteKey) => siteKey.Derive("cookie ring");

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = System.Text.Encoding.UTF8.GetBytes(plaintextElement.ToString());
        var sealedBytes = new byte[NonceLength + plain.Length + TagLength];
        System.Security.Cryptography.RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceLength));
        using var aes = new System.Security.Cryptography.AesGcm(KeyOf(siteKey), TagLength);
        aes.Encrypt(sealedBytes.AsSpan(0, NonceLength), plain, sealedBytes.AsSpan(NonceLength, plain.Length), sealedBytes.AsSpan(^TagLength..));
        return new(new XElement("sealed", Convert.ToBase64String(sealedBytes)), typeof(UnsealedXml));
    }

    internal static XElement Decrypt(SiteKey siteKey, XElement element)
    {
        var bytes = Convert.FromBase64String(element.Value);
        var plain = new byte[bytes.Length - NonceLength - TagLength];
        using var aes = new System.Security.Cryptography.AesGcm(KeyOf(siteKey), TagLength);
        aes.Decrypt(bytes.AsSpan(0, NonceLength), bytes.AsSpan(NonceLength, plain.Length), bytes.AsSpan(^TagLength..), plain);
        return XElement.Parse(System.Text.Encoding.UTF8.GetString(plain));
    }
}

// Made by Data Protection from the type's name in the ring.
internal sealed class UnsealedXml(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => SealedXml.Decrypt(services.GetRequiredService<SiteKey>(), encryptedElement);
}
