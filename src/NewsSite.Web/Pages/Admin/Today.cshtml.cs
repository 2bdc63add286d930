using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Mail;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Admin;

public sealed class TodayModel(PageFrame frame, Words words, NewsDb db, QueueReading comments) : DeskPage(frame, words)
{
    public DeskToday Today { get; private set; } = new();

    /// <summary>Letters that hang: no mail server, or one that does not take them.</summary>
    public WaitingLetters Letters { get; private set; } = new(0, null, 0);

    /// <summary>Comments that wait for a moderator; 0 for those who are none.</summary>
    public int WaitingComments { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        WaitingComments = Member.MayModerate ? await comments.WaitingAsync(cancel) : 0;
        Letters = await WaitingLetters.CountAsync(db, cancel);
        Today = await DeskToday.ReadAsync(db, Member, Frame.Now, Midnight.After(Frame.Now.AddDays(-1), Frame.Settings.Zone), cancel);
    }
}
