using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Desk;

public sealed class RemoveDemoTests : IAsyncLifetime
{
    private TestSite site = null!;

    public async ValueTask InitializeAsync() => site = await TestSite.WithDemoAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_administrator_is_asked_once_and_then_the_demo_is_gone()
    {
        using var administrator = await Visitor.InAsync(site, Role.Administrator);
        Assert.NotNull((await administrator.OpenAsync("/admin")).QuerySelector("a[href='/admin/demo']"));

        using var unsure = await administrator.PostFromAsync("/admin/demo", "/admin/demo");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.StatusCode);
        var stories = await site.InStoreAsync(db => db.Articles.CountAsync(story => story.FromDemo));
        Assert.NotEqual(0, stories);
        using var sure = await administrator.PostFromAsync("/admin/demo", "/admin/demo", ("Input.Sure", "true"));

        Assert.Equal("/admin", sure.Headers.Location!.OriginalString);
        var today = await administrator.OpenAsync("/admin");
        Assert.Contains($"أُزيلت {stories} مادة تجريبية", today.Body!.Seen(), StringComparison.Ordinal);
        Assert.Null(today.QuerySelector("a[href='/admin/demo']"));
        Assert.Equal((0, 1), await site.InStoreAsync(async db => (await db.Articles.CountAsync(), await db.Log.CountAsync(entry => entry.Act == "demo.removed"))));
    }

    [Fact]
    public async Task An_editor_may_not_take_it_away()
    {
        using var editor = await Visitor.InAsync(site, Role.Editor);

        using var answer = await editor.PostFromAsync("/admin/demo", "/account", ("Input.Sure", "true"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.NotEqual(0, await site.InStoreAsync(db => db.Articles.CountAsync(story => story.FromDemo)));
    }
}
