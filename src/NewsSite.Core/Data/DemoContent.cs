using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Media;
using NewsSite.Settings;
using NewsSite.Text;

namespace NewsSite.Data;

/// <summary>The demo newspaper that an empty site opens with. Its texts and pictures lie in <c>Data/Demo</c>.</summary>
public sealed class DemoContent(NewsDb db, MediaFolder media, TimeProvider clock)
{
    private const string Language = "ar";
    private static readonly Assembly Assembly = typeof(DemoContent).Assembly;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private sealed record Newspaper(IReadOnlyDictionary<string, string> Settings, IReadOnlyList<DemoSection> Sections, IReadOnlyList<DemoAuthor> Authors, IReadOnlyList<DemoStory> Stories);
    private sealed record DemoSection(string Slug, string Name, string Description);
    private sealed record DemoAuthor(string Slug, string Name, string Role, string Life, string Portrait);
    private sealed record DemoByline(string Author, BylineRole Role);
    private sealed record DemoLabel(LabelKind Kind, double? Hours);
    private sealed record DemoPicture(string Key, string Alt, string Caption, string Credit);

    private sealed record DemoStory(
        string Key, string Headline, string Standfirst, string Section, IReadOnlyList<string> Tags, IReadOnlyList<DemoByline> Bylines,
        DateTimeOffset? PublishedAt, double PublishedHoursAgo, double? UpdatedHoursAgo, bool Pinned, IReadOnlyList<DemoLabel> Labels, DemoPicture Picture);

    /// <returns>Whether the store was empty, and so was filled.</returns>
    public async Task<bool> FillIfEmptyAsync(CancellationToken cancel)
    {
        if (await db.Articles.AnyAsync(cancel) || await db.Sections.AnyAsync(cancel))
        {
            return false;
        }
        var newspaper = JsonSerializer.Deserialize<Newspaper>(Open("newspaper.json"), Json)!;
        // Files before the rows that name them: a page never shows a picture that is not there.
        var pictures = CopyPictures();
        Make(newspaper, pictures, clock.Now);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private void Make(Newspaper newspaper, Dictionary<string, Picture> pictures, DateTimeOffset now)
    {
        var sections = newspaper.Sections.Select((section, position) => new Section(Language, section.Slug, section.Name, section.Description, position,
            section.Slug == "opinion" ? SectionKind.Opinion : SectionKind.News)
        { FromDemo = true }).ToDictionary(section => section.Slug);
        var authors = newspaper.Authors.Select(author => new Author(author.Name, author.Role, author.Life,
            pictures.GetValueOrDefault($"portrait-{author.Portrait}"))
        { FromDemo = true }).ToDictionary(author => author.Slug);
        var tags = newspaper.Stories.SelectMany(story => story.Tags).Distinct()
            .ToDictionary(name => name, name => new Tag(Language, name) { FromDemo = true });
        db.AddRange(newspaper.Settings.Select(setting => new Setting(setting.Key, setting.Value)));
        foreach (var story in newspaper.Stories)
        {
            var article = new Article(DraftOf(story, sections, authors, tags, pictures, now), now) { FromDemo = true };
            article.Publish((story.PublishedAt ?? now.AddHours(-story.PublishedHoursAgo)).ToMilliseconds());
            if (story.UpdatedHoursAgo is { } hours)
            {
                article.MarkUpdated(now.AddHours(-hours));
            }
            db.Add(article);
            if (story.Pinned)
            {
                db.Add(new FrontPagePin(article, FrontPageSlot.Lead));
            }
        }
    }

    private static ArticleDraft DraftOf(DemoStory story, Dictionary<string, Section> sections, Dictionary<string, Author> authors,
        Dictionary<string, Tag> tags, Dictionary<string, Picture> pictures, DateTimeOffset now) => new()
        {
            Headline = story.Headline,
            Standfirst = story.Standfirst,
            Markdown = new StreamReader(Open($"stories/{story.Key}.md")).ReadToEnd(),
            Section = sections[story.Section],
            Tags = [.. story.Tags.Select(name => tags[name])],
            Bylines = [.. story.Bylines.Select(by => (authors[by.Author], by.Role))],
            Labels = [.. story.Labels.Select(label => new Label(label.Kind, label.Hours is { } hours ? now.AddHours(hours) : null))],
            Picture = pictures.TryGetValue(story.Picture.Key, out var picture)
                ? new LeadPicture(picture, story.Picture.Alt, story.Picture.Caption, story.Picture.Credit)
                : null,
        };

    private Dictionary<string, Picture> CopyPictures()
    {
        Directory.CreateDirectory(media.Path);
        var names = Assembly.GetManifestResourceNames().Where(name => name.StartsWith("demo/media/", StringComparison.Ordinal)).ToList();
        foreach (var name in names)
        {
            using var file = File.Create(Path.Combine(media.Path, Path.GetFileName(name)));
            Assembly.GetManifestResourceStream(name)!.CopyTo(file);
        }
        return names.Where(name => name.EndsWith(".avif", StringComparison.Ordinal)).Select(name => Path.GetFileNameWithoutExtension(name))
            .Select(name => (Key: name[..name.LastIndexOf('-')], Width: int.Parse(name[(name.LastIndexOf('-') + 1)..], System.Globalization.CultureInfo.InvariantCulture)))
            .GroupBy(file => file.Key, file => file.Width)
            .ToDictionary(files => files.Key, files => new Picture(files.Key, files.Max(), HeightOf(files.Key, files.Max()), files) { FromDemo = true });
    }

    // The demo's portraits are square, its other pictures 3:2.
    private static int HeightOf(string key, int width) => key.StartsWith("portrait-", StringComparison.Ordinal) ? width : width * 2 / 3;

    private static Stream Open(string name) =>
        Assembly.GetManifestResourceStream($"demo/{name}") ?? throw new InvalidOperationException($"The demo lacks {name}.");
}
