using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Log;
using NewsSite.Media;

namespace NewsSite.Web.Pages.Admin;

/// <summary>Takes the demo newspaper away, as <c>demo --remove</c> does.</summary>
public sealed class DemoModel(PageFrame frame, Words words, NewsDb db, MediaFolder media, TimeProvider clock) : DeskPage(frame, words)
{
    public sealed class InputModel
    {
        public bool Sure { get; set; }
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public int Stories { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => Stories = await CountAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Stories = await CountAsync(cancel);
        if (!Input.Sure)
        {
            Refuse(nameof(Input.Sure), Words["Sure.Required"]);
            return AskAgain();
        }
        db.Add(new LogEntry(Member, "demo.removed", Words.Count("Demo.Stories", Stories), Frame.Now));
        // Begun, it is ended: half a newspaper helps nobody.
        var removed = await new DemoContent(db, media, clock).RemoveAsync(CancellationToken.None);
        Say(Words.Count("Demo.Removed", removed));
        return Redirect("/admin");
    }

    private Task<int> CountAsync(CancellationToken cancel) => db.Articles.CountAsync(story => story.FromDemo, cancel);
}
