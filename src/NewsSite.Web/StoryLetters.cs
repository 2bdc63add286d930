using System.Globalization;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Mail;
using NewsSite.Newsroom;
using NewsSite.Web.Hosting;

namespace NewsSite.Web;

/// <summary>What a writer is told when somebody else moves their story on, in the writer's language.</summary>
public sealed class StoryLetters(Words words, LetterLinks links)
{
    public StoryNotice Returned(string note, StaffMember by) => Telling("Letter.Returned", note, by);

    /// <param name="note">As readers see it; empty: none.</param>
    public StoryNotice Published(string note, StaffMember by) => Telling("Letter.Published", note, by);

    public StoryNotice Withdrawn(string reason, StaffMember by) => Telling("Letter.Withdrawn", reason, by);

    private StoryNotice Telling(string name, string note, StaffMember by) => (story, owner) => words.In(owner.Language, () => new Letter(
        owner.Email!, owner.Language,
        words.With($"{name}.Subject", story.Headline),
        [words.With($"{name}.Text", by.Name), .. note.Length > 0 ? new[] { note } : []],
        new LetterButton(words["Letter.Story"], links.To($"/admin/articles/{story.Id.ToString(CultureInfo.InvariantCulture)}"))));
}
