namespace NewsSite.Web.Pages.Admin;

public sealed class TodayModel(PageFrame frame, Words words) : DeskPage(frame, words)
{
    public void OnGet()
    {
    }
}
