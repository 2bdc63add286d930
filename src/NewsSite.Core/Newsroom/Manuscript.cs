using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Newsroom;

public sealed record ManuscriptByline(int AuthorId, BylineRole Role);

/// <summary>Everything of a story that a writer may set, as plain values: what is typed, kept in revisions, compared and merged.</summary>
public sealed record Manuscript
{
    public const int MaxTags = 20;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    public string Headline { get; init; } = "";
    public string Standfirst { get; init; } = "";
    public string Markdown { get; init; } = "";
    public int SectionId { get; init; }

    /// <summary>By name; a spelling variant of a tag that there is means that tag.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<ManuscriptByline> Bylines { get; init; } = [];
    public IReadOnlyList<Label> Labels { get; init; } = [];
    public int? PictureId { get; init; }
    public string PictureText { get; init; } = "";
    public string PictureCaption { get; init; } = "";
    public string PictureCredit { get; init; } = "";
    public bool TakesComments { get; init; } = true;

    /// <summary>The same story in another edition, by its number.</summary>
    public int? TranslationOf { get; init; }

    /// <summary>Its tags, bylines and section must be loaded.</summary>
    public static Manuscript Of(Article article) => new()
    {
        Headline = article.Headline,
        Standfirst = article.Standfirst,
        Markdown = article.Markdown,
        SectionId = article.Section.Id,
        Tags = [.. article.Tags.OrderBy(tag => tag.Position).Select(tag => tag.Tag.Name)],
        Bylines = [.. article.Bylines.OrderBy(by => by.Position).Select(by => new ManuscriptByline(by.Author.Id, by.Role))],
        Labels = article.Labels,
        PictureId = article.PictureId,
        PictureText = article.PictureText,
        PictureCaption = article.PictureCaption,
        PictureCredit = article.PictureCredit,
        TakesComments = article.TakesComments,
    };

    public static Manuscript Read(string json) => JsonSerializer.Deserialize<Manuscript>(json, Json)!;

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>With one field as it is in <paramref name="other"/>.</summary>
    public Manuscript WithFieldOf(Manuscript other, string field) => field switch
    {
        nameof(Headline) => this with { Headline = other.Headline },
        nameof(Standfirst) => this with { Standfirst = other.Standfirst },
        nameof(Markdown) => this with { Markdown = other.Markdown },
        nameof(SectionId) => this with { SectionId = other.SectionId },
        nameof(Tags) => this with { Tags = other.Tags },
        nameof(Bylines) => this with { Bylines = other.Bylines },
        nameof(Labels) => this with { Labels = other.Labels },
        nameof(PictureId) => this with
        {
            PictureId = other.PictureId,
            PictureText = other.PictureText,
            PictureCaption = other.PictureCaption,
            PictureCredit = other.PictureCredit,
        },
        _ => this,
    };

    /// <summary>The rows that it speaks of; tags that are new are made.</summary>
    internal async Task<ArticleDraft> ResolveAsync(NewsDb db, CancellationToken cancel)
    {
        var section = await db.Sections.FirstOrDefaultAsync(one => one.Id == SectionId, cancel)
            ?? await db.Sections.OrderBy(one => one.Position).ThenBy(one => one.Id).FirstAsync(cancel);
        var (authorIds, picture) = (Bylines.Select(by => by.AuthorId).ToList(), PictureId);
        var authors = await db.Authors.Where(author => authorIds.Contains(author.Id)).ToDictionaryAsync(author => author.Id, cancel);
        var lead = picture is null ? null : await db.Pictures.FirstOrDefaultAsync(one => one.Id == picture, cancel);
        return new ArticleDraft
        {
            Headline = Headline,
            Standfirst = Standfirst,
            Markdown = Markdown,
            Section = section,
            Tags = await TagsAsync(db, section.Language, cancel),
            Bylines = [.. Bylines.Where(by => authors.ContainsKey(by.AuthorId)).Distinct().Select(by => (authors[by.AuthorId], by.Role))],
            Labels = Labels,
            Picture = lead is null ? null : new LeadPicture(lead, PictureText, PictureCaption, PictureCredit),
            TakesComments = TakesComments,
        };
    }

    private async Task<IReadOnlyList<Tag>> TagsAsync(NewsDb db, string language, CancellationToken cancel)
    {
        var wanted = Tags.Select(name => new Tag(language, name)).Where(tag => tag.Slug.Length > 0).DistinctBy(tag => tag.Key).ToList();
        var keys = wanted.Select(tag => tag.Key).ToList();
        var known = await db.Tags.Where(tag => tag.Language == language && keys.Contains(tag.Key)).ToDictionaryAsync(tag => tag.Key, cancel);
        // Another name for a tag means that tag; two names on one story may mean the same.
        var meant = await db.TagAliases.Where(alias => alias.Language == language && keys.Contains(alias.Key)).Select(alias => new { alias.Key, alias.Tag }).ToDictionaryAsync(alias => alias.Key, alias => alias.Tag, cancel);
        return [.. wanted.Select(tag => known.GetValueOrDefault(tag.Key) ?? meant.GetValueOrDefault(tag.Key, tag)).Distinct()];
    }
}
