using Microsoft.EntityFrameworkCore;
using NewsSite.Settings;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

public sealed class PrivacyPageTests
{
    [Theory]
    [InlineData("/privacy", "بعد 30 يومًا من آخر قرار", "وتُمحى بعد 90 يومًا", "مدة يومين")]
    [InlineData("/en/privacy", "30 days after the last decision", "forgotten after 90 days", "one cookie for 2 days")]
    [InlineData("/fr/privacy", "30 jours après la dernière décision", "effacée après 90 jours", "un cookie pour 2 jours")]
    public async Task It_says_for_how_long_what_is_kept(string path, params string[] figures)
    {
        await using var site = await TestSite.WithDemoAsync();

        var page = (await site.OpenAsync(path)).QuerySelector("main")!;

        Assert.All(figures, figure => Assert.Contains(figure, page.Seen(), StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector($"a[href='{path.Replace("privacy", "comments/yours", StringComparison.Ordinal)}']"));
        Assert.NotNull(page.QuerySelector(".prose p"));
    }

    [Fact]
    public async Task Its_figures_are_those_of_the_settings()
    {
        await using var site = await TestSite.EmptyAsync("--Comments:RefusedDays=3", "--Comments:NetworkDays=11");

        var page = (await site.OpenAsync("/privacy")).QuerySelector("main")!.Seen();

        Assert.Contains("بعد 3 أيام من آخر قرار", page, StringComparison.Ordinal);
        Assert.Contains("وتُمحى بعد 11 يومًا", page, StringComparison.Ordinal);
        Assert.DoesNotContain("90", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_weigher_is_named_only_where_it_has_a_say()
    {
        await using var site = await TestSite.EmptyAsync();
        Assert.Contains("برنامج صغير", (await site.OpenAsync("/privacy")).QuerySelector("main")!.Seen(), StringComparison.Ordinal);

        await site.InStoreAsync(async db =>
        {
            db.Add(new Setting(nameof(SiteSettings.WeighComments), "False"));
            await db.SaveChangesAsync();
        });

        Assert.DoesNotContain("برنامج صغير", (await site.OpenAsync("/privacy")).QuerySelector("main")!.Seen(), StringComparison.Ordinal);
    }
}
