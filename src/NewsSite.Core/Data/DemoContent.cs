using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Corrections;
using NewsSite.Media;
using NewsSite.Settings;
using NewsSite.StandingPages;
using NewsSite.Text;

namespace NewsSite.Data;

/// <summary>The demo newspaper that an empty site opens with. Its texts and pictures lie in <c>Data/Demo</c>.</summary>
public sealed class DemoContent(NewsDb db, MediaFolder media, TimeProvider clock)
{
    private readonly DemoMedia files = new(db, media);

    private static readonly Assembly Assembly = typeof(DemoContent).Assembly;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private sealed record Newspaper(
        IReadOnlyDictionary<string, string> Settings, IReadOnlyList<DemoSection> Sections, IReadOnlyList<DemoAuthor> Authors,
        IReadOnlyList<DemoStory> Stories, IReadOnlyList<DemoPage> Pages);

    private sealed record DemoSection(string Language, string Slug, string Name, string Description, string? Parent);

    private sealed record DemoAuthor(
        string Slug, string Name, string Role, string Life, string Portrait, IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<string, string> Roles);

    private sealed record DemoPage(string Name, string Language, string Title, string Markdown);
    private sealed record DemoByline(string Author, BylineRole Role);
    private sealed record DemoLabel(LabelKind Kind, double? Hours);
    private sealed record DemoPicture(string Key, string Alt, string Caption, string Credit);
    private sealed record DemoCorrection(CorrectionKind Kind, string Text, double HoursAgo);

    private sealed record DemoStory(
        string Key, string? Language, string? TranslationOf, string Headline, string Standfirst, string Section, IReadOnlyList<string> Tags,
        IReadOnlyList<DemoByline> Bylines, DateTimeOffset? PublishedAt, double PublishedHoursAgo, double? UpdatedHoursAgo, bool Pinned,
        IReadOnlyList<DemoLabel> Labels, DemoPicture? Picture, IReadOnlyList<DemoCorrection>? Corrections)
    {
        public string Edition => Language ?? Languages.Main;
    }

    /// <returns>Whether the store was empty, and so was filled.</returns>
    public async Task<bool> FillIfEmptyAsync(CancellationToken cancel)
    {
        if (await db.Articles.AnyAsync(cancel) || await db.Sections.AnyAsync(cancel))
        {
            return false;
        }
        var newspaper = JsonSerializer.Deserialize<Newspaper>(Open("newspaper.json"), Json)!;
        // Files before the rows that name them: a page never shows a picture that is not there.
        Make(newspaper, files.CopyAll(), clock.Now);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>Takes away everything that the demo made, and nothing else: what editors have written stays, with the sections, tags and authors that it uses.</summary>
    /// <returns>How many stories were removed.</returns>
    public async Task<int> RemoveAsync(CancellationToken cancel)
    {
        var stories = await db.Articles.Where(a => a.FromDemo).Include(a => a.Tags).Include(a => a.Bylines).AsSplitQuery().ToListAsync(cancel);
        db.RemoveRange(await db.FrontPagePins.Where(pin => pin.Article.FromDemo).ToListAsync(cancel));
        db.RemoveRange(await db.Corrections.Where(correction => correction.Article.FromDemo).ToListAsync(cancel));
        var policies = stories.SelectMany(story => new[] { CommentPolicy.Article(story.Id), CommentPolicy.Heat(story.Id) }).ToList();
        db.RemoveRange(await db.CommentPolicies.Where(policy => policies.Contains(policy.Scope)).ToListAsync(cancel));
        db.RemoveRange(stories);
        await db.SaveChangesAsync(cancel);
        db.RemoveRange(await db.StandingPages.Where(page => page.FromDemo).ToListAsync(cancel));
        db.RemoveRange(await db.Tags.Where(tag => tag.FromDemo && !db.Set<ArticleTag>().Any(use => use.TagId == tag.Id)).ToListAsync(cancel));
        db.RemoveRange(await db.Authors.Where(author => author.FromDemo && !db.Set<Byline>().Any(use => use.AuthorId == author.Id)).ToListAsync(cancel));
        await RemoveSectionsAsync(cancel);
        await RemoveSettingsAsync(cancel);
        await db.SaveChangesAsync(cancel);
        await files.RemoveAsync(cancel);
        return stories.Count;
    }

    private async Task RemoveSectionsAsync(CancellationToken cancel)
    {
        // Sub-sections first: a parent goes when nothing hangs on it any more.
        foreach (var withParent in new[] { true, false })
        {
            db.RemoveRange(await db.Sections
                .Where(s => s.FromDemo && s.ParentId != null == withParent && !db.Articles.Any(a => a.SectionId == s.Id) && !db.Sections.Any(sub => sub.ParentId == s.Id))
                .ToListAsync(cancel));
            await db.SaveChangesAsync(cancel);
        }
    }

    // A setting that somebody has changed since is theirs.
    private async Task RemoveSettingsAsync(CancellationToken cancel)
    {
        var made = JsonSerializer.Deserialize<Newspaper>(Open("newspaper.json"), Json)!.Settings;
        var rows = await db.Settings.ToListAsync(cancel);
        db.RemoveRange(rows.Where(row => made.TryGetValue(row.Name, out var value) && value == row.Value));
    }

    private void Make(Newspaper newspaper, Dictionary<string, Picture> pictures, DateTimeOffset now)
    {
        var sections = MakeSections(newspaper.Sections);
        var authors = newspaper.Authors.Select(author => MakeAuthor(author, pictures)).ToDictionary(author => author.Slug);
        var tags = newspaper.Stories.SelectMany(story => story.Tags.Select(name => (story.Edition, name))).Distinct()
            .ToDictionary(tag => tag, tag => new Tag(tag.Edition, tag.name) { FromDemo = true });
        db.AddRange(newspaper.Settings.Select(setting => new Setting(setting.Key, setting.Value)));
        db.AddRange(newspaper.Pages.Select(page => new StandingPage(page.Language, page.Name, page.Title, page.Markdown, now) { FromDemo = true }));
        // Also those that no story leads with: galleries show them.
        db.AddRange(pictures.Values);
        var articles = new Dictionary<string, Article>();
        foreach (var story in newspaper.Stories)
        {
            var article = articles[story.Key] = new Article(DraftOf(story, sections, authors, tags, pictures, now), now) { FromDemo = true };
            if (story.TranslationOf is { } original)
            {
                article.IsTranslationOf(articles[original]);
            }
            article.Publish((story.PublishedAt ?? now.AddHours(-story.PublishedHoursAgo)).ToMilliseconds());
            if (story.UpdatedHoursAgo is { } hours)
            {
                article.MarkUpdated(now.AddHours(-hours));
            }
            article.MarkEdited(article.UpdatedAt ?? article.PublishedAt!.Value);
            db.Add(article);
            db.AddRange((story.Corrections ?? []).Select(correction => new Correction(article, correction.Kind, correction.Text, now.AddHours(-correction.HoursAgo))));
            if (story.Pinned)
            {
                db.Add(new FrontPagePin(article, FrontPageSlot.Lead));
            }
        }
    }

    private static Dictionary<(string, string), Section> MakeSections(IReadOnlyList<DemoSection> all)
    {
        var made = new Dictionary<(string, string), Section>();
        foreach (var (section, position) in all.Select((section, position) => (section, position)).OrderBy(one => one.section.Parent is not null))
        {
            made[(section.Language, section.Slug)] = new Section(section.Language, section.Slug, section.Name, section.Description, position,
                section.Slug == "opinion" ? SectionKind.Opinion : SectionKind.News, section.Parent is { } parent ? made[(section.Language, parent)] : null)
            { FromDemo = true };
        }
        return made;
    }

    private static Author MakeAuthor(DemoAuthor author, Dictionary<string, Picture> pictures) =>
        new(author.Name, author.Role, author.Life, pictures.GetValueOrDefault($"portrait-{author.Portrait}"))
        {
            FromDemo = true,
            Elsewhere = author.Names.ToDictionary(name => name.Key, name => new AuthorWords(name.Value, author.Roles.GetValueOrDefault(name.Key, ""))),
        };

    private static ArticleDraft DraftOf(DemoStory story, Dictionary<(string, string), Section> sections, Dictionary<string, Author> authors,
        Dictionary<(string, string), Tag> tags, Dictionary<string, Picture> pictures, DateTimeOffset now) => new()
        {
            Headline = story.Headline,
            Standfirst = story.Standfirst,
            Markdown = new StreamReader(Open($"stories/{story.Key}.md")).ReadToEnd(),
            Section = sections[(story.Edition, story.Section)],
            Tags = [.. story.Tags.Select(name => tags[(story.Edition, name)])],
            Bylines = [.. story.Bylines.Select(by => (authors[by.Author], by.Role))],
            Labels = [.. story.Labels.Select(label => new Label(label.Kind, label.Hours is { } hours ? now.AddHours(hours) : null))],
            Picture = story.Picture is { } picture && pictures.TryGetValue(picture.Key, out var file)
                ? new LeadPicture(file, picture.Alt, picture.Caption, picture.Credit)
                : null,
        };

    private static Stream Open(string name) =>
        Assembly.GetManifestResourceStream($"demo/{name}") ?? throw new InvalidOperationException($"The demo lacks {name}.");
}
