using System.Globalization;
using NewsSite.Articles;
using NewsSite.Media;
using NewsSite.Newsroom;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Admin.Articles;

/// <summary>The form as a manuscript, with a sentence at each field that cannot be read.</summary>
public sealed partial class EditModel
{
    /// <returns>null: something cannot be read or is too long; a sentence stands at its field.</returns>
    private async Task<Manuscript?> UnderstandAsync(CancellationToken cancel)
    {
        await TakePictureAsync(cancel);
        Limit(Input.Headline, nameof(Input.Headline), Article.MaxHeadline);
        Limit(Input.Standfirst, nameof(Input.Standfirst), Article.MaxStandfirst);
        Limit(Input.Markdown, nameof(Input.Markdown), Article.MaxBody);
        Limit(Input.PictureText, nameof(Input.PictureText), Article.MaxCaption);
        Limit(Input.PictureCaption, nameof(Input.PictureCaption), Article.MaxCaption);
        Limit(Input.PictureCredit, nameof(Input.PictureCredit), Article.MaxCredit);
        if (Frame.Outline.Sections.Count == 0)
        {
            Refuse(nameof(Input.SectionId), Words["Section.NoneYet"]);
        }
        var mine = Input.ToManuscript(FromField(Input.BreakingUntil, nameof(Input.BreakingUntil)), FirstSection);
        if (mine.Tags.Any(tag => tag.Length > Tag.MaxName || Slug.Of(tag).Length == 0))
        {
            Refuse(nameof(Input.Tags), Words["Story.Tags.Wrong"]);
        }
        if (mine.Tags.Count > Manuscript.MaxTags)
        {
            Refuse(nameof(Input.Tags), Words.Count("Story.Tags.TooMany", Manuscript.MaxTags));
        }
        return ModelState.IsValid ? mine : null;
    }

    /// <summary>A picture sent along with the form becomes the story's; without script this is how one comes in.</summary>
    private async Task TakePictureAsync(CancellationToken cancel)
    {
        if (Input.Upload is not { Length: > 0 } file)
        {
            return;
        }
        await using var stream = file.OpenReadStream();
        switch (await intake.TakeAsync(stream, file.FileName, Member.Id, cancel))
        {
            case IntakeOutcome.Refused refused:
                Refuse(nameof(Input.Upload), Words.Fault(refused.Fault));
                break;
            case IntakeOutcome.Taken taken:
                Lead(taken.Picture);
                break;
            case IntakeOutcome.AlreadyThere there:
                Lead(there.Picture);
                break;
        }
    }

    // What was typed for it wins over what the library knows.
    private void Lead(Picture picture)
    {
        Input.PictureId = picture.Id.ToString(CultureInfo.InvariantCulture);
        Input.PictureText = Input.PictureText.Length > 0 ? Input.PictureText : picture.AlternativeText;
        Input.PictureCaption = Input.PictureCaption.Length > 0 ? Input.PictureCaption : picture.Caption;
        Input.PictureCredit = Input.PictureCredit.Length > 0 ? Input.PictureCredit : picture.Credit;
        ModelState.Remove("Input.PictureId");
        ModelState.Remove("Input.PictureText");
        ModelState.Remove("Input.PictureCaption");
        ModelState.Remove("Input.PictureCredit");
    }
}
