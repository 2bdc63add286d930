using NewsSite.Caching;
using NewsSite.Media;
using NewsSite.Text;

namespace NewsSite.Articles;

public sealed partial class Article : IPageSubject
{
    // PostgreSQL's search vector holds just over a million bytes.
    public const int MaxHeadline = 200, MaxStandfirst = 600, MaxBody = 200_000, MaxCaption = 300, MaxCredit = 120;

    private readonly List<Byline> bylines = [];
    private readonly List<ArticleTag> tags = [];

    private Article() { }

    public Article(ArticleDraft draft, DateTimeOffset now, int? ownerId = null)
    {
        CreatedAt = EditedAt = now;
        OwnerId = ownerId;
        Rewrite(draft);
    }

    /// <summary>The number at the end of its address, and in its short link.</summary>
    public int Id { get; private set; }

    public string Language { get; private set; } = "ar";

    /// <summary>Shared by the same story's versions in the editions.</summary>
    public Guid? TranslationKey { get; private set; }

    public string Headline { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public string Standfirst { get; private set; } = "";
    public string Markdown { get; private set; } = "";

    /// <summary>Made from <see cref="Markdown"/> when saved, by the renderer of <see cref="RenderVersion"/>.</summary>
    public string Html { get; private set; } = "";

    /// <summary>The keys of the library's pictures in its body, each between spaces, so that who looks for one need not read bodies.</summary>
    public string BodyPictures { get; private set; } = "";

    public int RenderVersion { get; private set; }
    public int Words { get; private set; }

    public int SectionId { get; private set; }
    public Section Section { get; private set; } = null!;
    public IReadOnlyList<ArticleTag> Tags => tags;
    public IReadOnlyList<Byline> Bylines => bylines;
    public IReadOnlyList<Label> Labels { get; private set; } = [];

    /// <summary>Until when the breaking strip shows it; null: not at all. A label without an end stays on the story, not in the strip.</summary>
    public DateTimeOffset? BreakingUntil { get; private set; }

    public int? PictureId { get; private set; }
    public Picture? Picture { get; private set; }
    public string PictureText { get; private set; } = "";
    public string PictureCaption { get; private set; } = "";
    public string PictureCredit { get; private set; } = "";

    /// <summary>Whose work it is: the account that began it. Bylines are for readers, this is for the newsroom.</summary>
    public int? OwnerId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When somebody last wrote at it, published or not.</summary>
    public DateTimeOffset EditedAt { get; private set; }

    /// <summary>Headline and standfirst, folded: what the newsroom's list is searched in.</summary>
    public string Key { get; private set; } = "";

    public bool TakesComments { get; private set; } = true;
    public bool FromDemo { get; init; }

    public string ShortCode => Text.ShortCode.Of(Id);

    // A draft is on no page but its own; who saves one every few seconds must not empty the whole cache.
    public IEnumerable<string> PageTags => Status is ArticleStatus.Published or ArticleStatus.Withdrawn
        ? [Caching.PageTags.Article(Id), Caching.PageTags.Section(SectionId), Caching.PageTags.Edition(Language)]
        : [Caching.PageTags.Article(Id)];

    public void Rewrite(ArticleDraft draft)
    {
        Language = draft.Section.Language;
        Headline = CleanText.Line(draft.Headline);
        Slug = Text.Slug.Of(draft.Headline);
        Standfirst = CleanText.Line(draft.Standfirst);
        Markdown = CleanText.Of(draft.Markdown);
        Section = draft.Section;
        TakesComments = draft.TakesComments;
        tags.Clear();
        tags.AddRange(draft.Tags.Select((tag, position) => new ArticleTag(tag, position, PublishedAt)));
        bylines.Clear();
        bylines.AddRange(draft.Bylines.Select((by, position) => new Byline(by.Author, by.Role, position, PublishedAt)));
        Label(draft.Labels);
        Illustrate(draft.Picture);
        Render();
    }

    public void Render()
    {
        var body = ArticleBody.Render(Markdown, Language);
        Html = body.Html;
        Words = body.Words;
        BodyPictures = PictureUses.Listed(body.Pictures.Select(picture => picture.Key).OfType<string>());
        RenderVersion = ArticleBody.RenderVersion;
        Key = ArabicText.Fold($"{Headline} {Standfirst}");
    }

    public void Label(IReadOnlyList<Label> labels)
    {
        Labels = labels;
        BreakingUntil = labels.Where(label => label.Kind == LabelKind.Breaking).Max(label => label.EndsAt);
    }

    public void MarkEdited(DateTimeOffset now) => EditedAt = now;

    private void Illustrate(LeadPicture? picture)
    {
        Picture = picture?.Picture;
        PictureText = CleanText.Line(picture?.AlternativeText ?? "");
        PictureCaption = CleanText.Line(picture?.Caption ?? "");
        PictureCredit = CleanText.Line(picture?.Credit ?? "");
    }

    public void IsTranslationOf(Article other)
    {
        other.TranslationKey ??= Guid.CreateVersion7();
        TranslationKey = other.TranslationKey;
    }
}
