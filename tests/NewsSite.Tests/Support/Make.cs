using NewsSite.Articles;
using NewsSite.Data;

namespace NewsSite.Tests.Support;

/// <summary>Stories and what belongs to them, with nothing said that a test does not care about.</summary>
public static class Make
{
    public static Section Section(string slug = "politics", string name = "السياسة", SectionKind kind = SectionKind.News) =>
        new("ar", slug, name, $"قسم {name}", position: 0, kind);

    public static Article Story(Section section, string headline = "عنوان للاختبار", DateTimeOffset? publishedAt = null,
        string markdown = "نص قصير.", IReadOnlyList<Label>? labels = null, IReadOnlyList<Tag>? tags = null)
    {
        var story = Unpublished(section, headline, markdown, labels, tags);
        story.Publish(publishedAt ?? TestSite.Start.AddHours(-1));
        return story;
    }

    public static Article Unpublished(Section section, string headline = "عنوان للاختبار", string markdown = "نص قصير.",
        IReadOnlyList<Label>? labels = null, IReadOnlyList<Tag>? tags = null) => new(new ArticleDraft
        {
            Headline = headline,
            Standfirst = "مقدمة قصيرة.",
            Markdown = markdown,
            Section = section,
            Labels = labels ?? [],
            Tags = tags ?? [],
        }, TestSite.Start.AddHours(-2));

    /// <summary>Saves it, and gives back its number.</summary>
    public static Task<int> SavedAsync(this TestSite site, Article story) => site.InStoreAsync(async db =>
    {
        db.Add(story);
        await db.SaveChangesAsync();
        return story.Id;
    });
}
