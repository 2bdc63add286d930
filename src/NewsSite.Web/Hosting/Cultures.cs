using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;
using NewsSite.Text;

namespace NewsSite.Web.Hosting;

public static class Cultures
{
    // LANG=ar_SA.UTF-8 would give every ToString the Umm al-Qura calendar. What readers see is formatted by our own words alone.
    public static void MakeTheProcessNeutral()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
    }

    /// <summary>The strings of the page's edition; numbers and dates stay neutral.</summary>
    public static void UseEditions(this WebApplication app) => app.Use((context, next) =>
    {
        CultureInfo.CurrentUICulture = Of(Editions.Of(context));
        return next(context);
    });

    // The neutral resource is the main language's.
    internal static CultureInfo Of(string language) => language == Languages.Main ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language);

    public static void AddCultures(this WebApplicationBuilder builder)
    {
        builder.Services.AddLocalization(options => options.ResourcesPath = "Resources");
        // The default writes every Arabic letter as a numeric entity.
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }
}
