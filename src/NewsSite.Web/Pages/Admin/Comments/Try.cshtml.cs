using Microsoft.AspNetCore.Mvc;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Text;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Pages.Admin.Comments;

/// <summary>What would become of a sentence, and why. Nothing of it is kept.</summary>
public sealed class TryModel(PageFrame frame, Words words, NewsDb db, CurrentRules rules) : DeskPage(frame, words)
{
    public sealed class InputModel
    {
        public string Text { get; set; } = "";
        public string Story { get; set; } = "";
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>null: nothing was asked yet.</summary>
    public JudgedText? Judged { get; private set; }
    public StoryLevel? Story { get; private set; }

    /// <summary>By the rules and the story's level; null: its comments are closed.</summary>
    public CommentState? Fate { get; private set; }

    public string Folded { get; private set; } = "";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var text = CleanText.Of(Input.Text).Trim();
        Require(text, nameof(Input.Text), Comment.MaxBody);
        if (Input.Story.Trim().Length > 0)
        {
            Story = StoryNumber.In(Input.Story) is { } number ? await StoryLevel.FindAsync(db, number, Frame.Now, cancel) : null;
            if (Story is null)
            {
                Refuse(nameof(Input.Story), Words["Levels.NoStory"]);
            }
        }
        if (!ModelState.IsValid)
        {
            return AskAgain();
        }
        // The very way of a comment, but for its writer.
        Judged = new(text, await CommentJudgement.RulesAsync(db, rules, new CommentDraft(Story?.Id ?? 0, "", "", text, null), cancel));
        (Fate, Folded) = (FateOf(CommentJudgement.StateBy(Judged.Verdicts)), ArabicText.Skeleton(text).Text);
        return Page();
    }

    private CommentState? FateOf(CommentState byRules) =>
        Story is { PublishedAt: not null } story && !story.Standing.IsOpenAt(Frame.Now) ? null
        : byRules == CommentState.Posted && Story?.Standing.Level == CommentLevel.AllHeld ? CommentState.Held
        : byRules;
}
