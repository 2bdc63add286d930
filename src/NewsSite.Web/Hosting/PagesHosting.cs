using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace NewsSite.Web.Hosting;

public static class PagesHosting
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        // Run from its sources the site finds its files through a list of the build's, in production as in development.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<PageFrame>();
        builder.Services.AddScoped<Words>();
        builder.Services.AddScoped<StoryLetters>();
        builder.Services
            .AddRazorPages(pages =>
            {
                Authorization.Guard(pages.Conventions);
                pages.Conventions.AddFolderRouteModelConvention("/", AddEditions);
                pages.Conventions.AddPageRoute("/Admin/Articles/Edit", "/admin/articles/new");
                pages.Conventions.AddPageRoute("/Admin/Sections/Edit", "/admin/sections/new");
                pages.Conventions.AddPageRoute("/Admin/Authors/Edit", "/admin/authors/new");
                foreach (var language in Editions.Prefixed)
                {
                    pages.Conventions.AddPageRoute("/Admin/Preview", $"/admin/preview/{language}/{{id:int}}");
                }
            })
            .AddMvcOptions(mvc =>
            {
                mvc.ModelBinderProviders.Insert(0, new CleanTextBinderProvider());
                // What a form must have its page says, in the reader's language.
                mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            });
        builder.Services.Configure<CookieTempDataProviderOptions>(said =>
        {
            said.Cookie.Name = SignInCookie.Prefix(builder) + "NewsSite.Said";
            said.Cookie.SecurePolicy = SignInCookie.Prefix(builder).Length > 0 ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        builder.Services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
    }

    // The newsroom's language is a choice of each who works there, not a part of the address.
    private static readonly string[] Unprefixed = ["/Admin/", "/Account/", "/Errors/"];

    // Every reader's page once more under each edition's prefix: the same template, no page of its own.
    private static void AddEditions(PageRouteModel page)
    {
        if (Unprefixed.Any(folder => page.ViewEnginePath.StartsWith(folder, StringComparison.Ordinal)))
        {
            return;
        }
        foreach (var selector in page.Selectors.ToList())
        {
            foreach (var language in Editions.Prefixed)
            {
                page.Selectors.Add(new SelectorModel(selector)
                {
                    AttributeRouteModel = new AttributeRouteModel(selector.AttributeRouteModel!)
                    {
                        Template = AttributeRouteModel.CombineTemplates(language, selector.AttributeRouteModel!.Template?.TrimStart('/')),
                        Name = null,
                    },
                });
            }
        }
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapClosedNewsroom();
    }
}
