using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using NewsSite.Tests.Support;
using NewsSite.Web;

namespace NewsSite.Tests.House;

public sealed partial class HouseRulesTests
{
    private const string Root = "NewsSite.";

    /// <summary>Who may use whom inside Core; Data maps everyone, and everyone may use it: EF's nature.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Text"] = [],
        ["Accounts"] = ["Text"],
        ["Log"] = ["Text", "Accounts"],
        ["Settings"] = ["Text", "Caching", "Accounts"],
        ["Caching"] = ["Text"],
        ["Media"] = ["Text", "Caching"],
        ["StandingPages"] = ["Text", "Caching"],
        ["Articles"] = ["Text", "Settings", "Caching", "Media", "StandingPages"],
        ["Corrections"] = ["Text", "Caching", "Articles"],
        ["Newsroom"] = ["Text", "Accounts", "Log", "Mail", "Media", "Articles", "Corrections"],
        ["Mail"] = ["Text", "Settings"],
        ["Comments"] = ["Text", "Caching", "Settings", "Accounts", "Articles", "Mail", "Log"],
        ["Import"] = ["Text", "Accounts", "Articles", "Comments", "Log", "Mail"],
        ["Backup"] = ["Media"],
        ["Data"] = ["Text", "Accounts", "Log", "Settings", "Caching", "Media", "StandingPages", "Articles", "Corrections", "Newsroom", "Mail", "Comments"],
    };

    private static readonly Architecture Core = new ArchLoader().LoadAssemblies(typeof(NewsSiteCore).Assembly).Build();

    [Fact]
    public void Each_folder_of_Core_uses_only_those_that_it_may()
    {
        var broken = Core.Types.Where(type => FolderOf(type) is { } folder && Arrows.ContainsKey(folder))
            .SelectMany(type => type.Dependencies.Select(dependency => (From: type, To: dependency.Target)))
            .Where(arrow => FolderOf(arrow.To) is { } to && to != FolderOf(arrow.From)! && to != "Data" && !Arrows[FolderOf(arrow.From)!].Contains(to))
            .Select(arrow => $"{arrow.From.FullName} → {arrow.To.FullName}").Distinct();

        Assert.Empty(broken);
    }

    [Fact]
    public void Every_folder_of_Core_has_its_arrows()
    {
        var folders = Core.Types.Select(FolderOf).OfType<string>().Distinct();

        Assert.DoesNotContain(folders, folder => !Arrows.ContainsKey(folder));
    }

    [Fact]
    public void Core_knows_nothing_of_HTTP_and_nothing_of_the_pages() =>
        Assert.DoesNotContain(typeof(NewsSiteCore).Assembly.GetReferencedAssemblies(), assembly =>
            // Identity's tables bear the name of ASP.NET Core, but know nothing of HTTP.
            (assembly.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) && assembly.Name != "Microsoft.AspNetCore.Identity.EntityFrameworkCore") || assembly.Name == typeof(Site).Assembly.GetName().Name);

    [Fact]
    public void Style_sheets_know_no_left_and_right()
    {
        var physical = Directory.GetFiles(Path.Combine(TestSite.WebFolder, "wwwroot", "css"))
            .SelectMany(file => File.ReadLines(file).Select(line => (File: Path.GetFileName(file), Line: line)))
            .Where(one => Physical().IsMatch(one.Line)).ToList();

        Assert.Empty(physical);
    }

    [Fact]
    public void Pages_hold_no_style_and_no_handlers_of_their_own() =>
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(TestSite.WebFolder, "Pages"), "*.cshtml", SearchOption.AllDirectories),
            file => InlineCode().IsMatch(File.ReadAllText(file)));

    private static string? FolderOf(IType type) =>
        type.Namespace?.FullName is { } name && name.StartsWith(Root, StringComparison.Ordinal) && !name.StartsWith("NewsSite.Web", StringComparison.Ordinal)
            ? name[Root.Length..].Split('.')[0]
            : null;

    // "to left" turns a gradient that has no logical form; :dir() turns it back elsewhere.
    [GeneratedRegex(@"(margin|padding|border|inset|scroll-margin|scroll-padding)-(left|right)|(?<![\w-])(left|right)\s*:|border-(top|bottom)-(left|right)|text-align:\s*(left|right)|float:\s*(left|right)|clear:\s*(left|right)")]
    private static partial Regex Physical();

    [GeneratedRegex(@"\sstyle=""|<style|\son[a-z]+=""|<script>")]
    private static partial Regex InlineCode();
}
