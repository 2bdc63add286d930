using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Admin;

public sealed class TodayModel(PageFrame frame, Words words, NewsDb db) : DeskPage(frame, words)
{
    public DeskToday Today { get; private set; } = new();

    public async Task OnGetAsync(CancellationToken cancel) =>
        Today = await DeskToday.ReadAsync(db, Member, Frame.Now, Midnight.After(Frame.Now.AddDays(-1), Frame.Settings.Zone), cancel);
}
