using System.Globalization;
using NewsSite.Articles;
using NewsSite.Newsroom;

namespace NewsSite.Web.Pages.Admin.Articles;

public sealed class BylineInput
{
    public int? AuthorId { get; set; }
    public BylineRole Role { get; set; }
}

/// <summary>The story's form, as it is typed. Numbers and times are words until they are understood: what cannot be read comes back as it was.</summary>
public sealed class EditInput
{
    private const int SpareBylines = 1;

    public string Headline { get; set; } = "";
    public string Standfirst { get; set; } = "";
    public string Markdown { get; set; } = "";
    public int? SectionId { get; set; }
    public string Tags { get; set; } = "";
    public List<BylineInput> Bylines { get; set; } = [];
    public List<LabelKind> Labels { get; set; } = [];
    public string BreakingUntil { get; set; } = "";
    public string PictureId { get; set; } = "";
    public string PictureText { get; set; } = "";
    public string PictureCaption { get; set; } = "";
    public string PictureCredit { get; set; } = "";
    public IFormFile? Upload { get; set; }
    public bool TakesComments { get; set; }
    public string TranslationOf { get; set; } = "";

    public string PublishAt { get; set; } = "";
    public string EmbargoUntil { get; set; } = "";
    public string Note { get; set; } = "";
    public string NoteText { get; set; } = "";
    public string Reason { get; set; } = "";

    public static EditInput Of(Manuscript manuscript, Func<DateTimeOffset?, string> forField) => new()
    {
        Headline = manuscript.Headline,
        Standfirst = manuscript.Standfirst,
        Markdown = manuscript.Markdown,
        SectionId = manuscript.SectionId,
        Tags = string.Join("، ", manuscript.Tags),
        Bylines = [.. manuscript.Bylines.Select(by => new BylineInput { AuthorId = by.AuthorId, Role = by.Role })],
        Labels = [.. manuscript.Labels.Select(label => label.Kind)],
        BreakingUntil = forField(manuscript.Labels.FirstOrDefault(label => label.Kind == LabelKind.Breaking)?.EndsAt),
        PictureId = manuscript.PictureId?.ToString(CultureInfo.InvariantCulture) ?? "",
        PictureText = manuscript.PictureText,
        PictureCaption = manuscript.PictureCaption,
        PictureCredit = manuscript.PictureCredit,
        TakesComments = manuscript.TakesComments,
        TranslationOf = manuscript.TranslationOf?.ToString(CultureInfo.InvariantCulture) ?? "",
    };

    public Manuscript ToManuscript(DateTimeOffset? breakingUntil, int section) => new()
    {
        Headline = Headline,
        Standfirst = Standfirst,
        // Browsers send line ends as CR LF.
        Markdown = Markdown.ReplaceLineEndings("\n"),
        SectionId = SectionId ?? section,
        Tags = [.. Tags.Split(['،', ',', ';', '؛', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        Bylines = [.. Bylines.Where(by => by.AuthorId is not null).Select(by => new ManuscriptByline(by.AuthorId!.Value, by.Role))],
        Labels = [.. Labels.Distinct().Select(kind => new Label(kind, kind == LabelKind.Breaking ? breakingUntil : null))],
        PictureId = Number(PictureId),
        PictureText = PictureText,
        PictureCaption = PictureCaption,
        PictureCredit = PictureCredit,
        TakesComments = TakesComments,
        TranslationOf = Number(TranslationOf),
    };

    /// <summary>Without script a writer needs an empty row for one more name.</summary>
    public void AddSpareByline()
    {
        Bylines.RemoveAll(by => by.AuthorId is null);
        Bylines.AddRange(Enumerable.Range(0, SpareBylines).Select(_ => new BylineInput()));
    }

    /// <summary>A number, in either digits, alone or at the end of a story's address.</summary>
    public static int? Number(string typed)
    {
        var digits = new string([.. Text.ArabicText.Fold(typed.Trim()).Reverse().TakeWhile(char.IsAsciiDigit).Reverse()]);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
    }
}
