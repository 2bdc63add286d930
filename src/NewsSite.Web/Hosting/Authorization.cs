using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using NewsSite.Accounts;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Hosting;

/// <summary>Who may open which of the newsroom's pages. What they may do there with one story is asked of <see cref="StaffMember"/>.</summary>
public static class Authorization
{
    public const string Newsroom = "newsroom", Write = "write", Publish = "publish", Moderate = "moderate", Administer = "administer";

    /// <summary>Folders and pages under <c>Pages/Admin</c>; the longest that fits decides. What is named nowhere is an administrator's.</summary>
    public static readonly IReadOnlyDictionary<string, string> Rules = new Dictionary<string, string>
    {
        ["/Admin/"] = Administer,
        ["/Admin/Today"] = Newsroom,
        ["/Admin/Articles/"] = Write,
        ["/Admin/Preview"] = Write,
        ["/Admin/Media/"] = Write,
        ["/Admin/Comments/"] = Moderate,
        ["/Admin/Comments/Levels"] = Publish,
        ["/Admin/Standing/"] = Publish,
        ["/Admin/Redirects"] = Publish,
        ["/Admin/Missed"] = Publish,
        ["/Admin/Sections/"] = Publish,
        ["/Admin/Tags/"] = Publish,
        ["/Admin/Authors/"] = Publish,
        ["/Admin/Users/"] = Administer,
    };

    public static void AddAuthorization(this WebApplicationBuilder builder) => builder.Services.AddAuthorizationBuilder()
        .AddPolicy(Newsroom, policy => policy.Requires(member => member.MayWrite || member.MayModerate))
        .AddPolicy(Write, policy => policy.Requires(member => member.MayWrite))
        .AddPolicy(Publish, policy => policy.Requires(member => member.MayPublish))
        .AddPolicy(Moderate, policy => policy.Requires(member => member.MayModerate))
        .AddPolicy(Administer, policy => policy.Requires(member => member.MayAdminister));

    /// <summary>Puts each of the newsroom's pages under its policy.</summary>
    internal static void Guard(PageConventionCollection pages) => pages.AddFolderApplicationModelConvention("/Admin", page =>
        page.EndpointMetadata.Add(new AuthorizeAttribute(PolicyOf(page.ViewEnginePath))));

    public static string PolicyOf(string page) =>
        Rules.Where(rule => rule.Key.EndsWith('/') ? page.StartsWith(rule.Key, StringComparison.Ordinal) : page == rule.Key).MaxBy(rule => rule.Key.Length).Value;

    // Whether a page is there or not is told to nobody outside.
    internal static void MapClosedNewsroom(this WebApplication app) =>
        app.Map("/admin/{**rest}", () => Results.NotFound()).RequireAuthorization(Newsroom).WithDisplayName("Newsroom (no such page)");

    private static void Requires(this AuthorizationPolicyBuilder policy, Func<StaffMember, bool> may) =>
        policy.RequireAuthenticatedUser().RequireAssertion(context => context.User.Member is { } member && may(member));
}
