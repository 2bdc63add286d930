using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Settings;
using NewsSite.Text;

namespace NewsSite.Data;

/// <summary>
/// Generated stories by the ten thousand, to see how the site bears them: words of the demo by Zipf's law, dates over ten years.
/// The same number always gives the same story, so an interrupted run goes on where it stopped.
/// </summary>
public sealed class LargeDemo(IDbContextFactory<NewsDb> databases, TimeProvider clock)
{
    private const int Batch = 500, Tags = 1_500, Authors = 120, Years = 10;

    // Counts what is there, in the transaction of each batch.
    private const string Marker = "demo:generated";

    private readonly string[] words = WordsOfTheDemo();

    /// <param name="progress">Told how many there are, now and then.</param>
    public async Task FillAsync(int wanted, Action<int> progress, CancellationToken cancel)
    {
        var start = clock.Now.AddYears(-Years);
        var step = (clock.Now - start) / wanted;
        for (var done = await PrepareAsync(cancel); done < wanted;)
        {
            var count = Math.Min(Batch, wanted - done);
            await WriteAsync(done, count, start, step, cancel);
            progress(done += count);
        }
    }

    private async Task<int> PrepareAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Settings.FirstOrDefaultAsync(row => row.Name == Marker, cancel) is { } marker)
        {
            return int.Parse(marker.Value, CultureInfo.InvariantCulture);
        }
        if (!await db.Sections.AnyAsync(section => section.Language == Languages.Main, cancel))
        {
            db.Add(new Section(Languages.Main, "news", "أخبار", "", 0) { FromDemo = true });
        }
        var keys = await db.Tags.Where(tag => tag.Language == Languages.Main).Select(tag => tag.Key).ToListAsync(cancel);
        var names = await db.Authors.Select(author => author.Key).ToListAsync(cancel);
        db.AddRange(Unlike(keys, Tags, n => new Tag(Languages.Main, $"{Word(n, 1)} {Word(n, 2)}") { FromDemo = true }, tag => tag.Key));
        db.AddRange(Unlike(names, Authors, n => new Author($"{Word(n, 3)} {Word(n, 4)}", "محرر", "") { FromDemo = true }, author => author.Key));
        db.Add(new Setting(Marker, "0"));
        await db.SaveChangesAsync(cancel);
        return 0;
    }

    private static IEnumerable<T> Unlike<T>(IEnumerable<string> there, int count, Func<int, T> make, Func<T, string> key)
    {
        var taken = there.ToHashSet();
        return Enumerable.Range(0, int.MaxValue).Select(make).Where(one => key(one).Length > 0 && taken.Add(key(one))).Take(count);
    }

    private async Task WriteAsync(int from, int count, DateTimeOffset start, TimeSpan step, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var sections = await db.Sections.Where(section => section.Language == Languages.Main).OrderBy(section => section.Id).ToListAsync(cancel);
        var tags = await db.Tags.Where(tag => tag.Language == Languages.Main).OrderBy(tag => tag.Id).ToListAsync(cancel);
        var authors = await db.Authors.OrderBy(author => author.Id).ToListAsync(cancel);
        var pictures = await db.Pictures.Where(picture => !picture.Key.StartsWith("portrait-")).OrderBy(picture => picture.Id).ToListAsync(cancel);
        foreach (var number in Enumerable.Range(from, count))
        {
            // Seeded by the number: the same story whenever it is made.
            var random = new Random(number);
            var at = (start + number * step).ToMilliseconds();
            var story = new Article(new ArticleDraft
            {
                Headline = Sentence(random, random.Next(5, 10)),
                Standfirst = Sentence(random, random.Next(12, 25)) + ".",
                Markdown = string.Join("\n\n", Enumerable.Range(0, random.Next(3, 7)).Select(_ => Sentence(random, random.Next(25, 60)) + ".")),
                Section = sections[random.Next(sections.Count)],
                Tags = [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => tags[Zipf(random, tags.Count)]).Distinct()],
                Bylines = [(authors[Zipf(random, authors.Count)], BylineRole.Writer)],
                Picture = pictures.Count > 0 && random.Next(3) > 0 ? new LeadPicture(pictures[random.Next(pictures.Count)], "رسم", "", "") : null,
            }, at)
            { FromDemo = true };
            story.Publish(at);
            db.Add(story);
        }
        (await db.Settings.FirstAsync(row => row.Name == Marker, cancel)).Change((from + count).ToString(CultureInfo.InvariantCulture));
        await db.SaveChangesAsync(cancel);
    }

    private string Sentence(Random random, int length)
    {
        var sentence = new StringBuilder();
        for (var i = 0; i < length; i++)
        {
            sentence.Append(i == 0 ? "" : " ").Append(words[Zipf(random, words.Length)]);
        }
        return sentence.ToString();
    }

    private string Word(int number, int salt) => words[new Random(number * 7 + salt).Next(words.Length)];

    // Rank r comes about 1/r as often as the first: the inverse of the logarithm.
    private static int Zipf(Random random, int count) => Math.Min(count - 1, (int)Math.Exp(random.NextDouble() * Math.Log(count + 1)) - 1);

    private static string[] WordsOfTheDemo()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var text = string.Join(' ', assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("demo/stories/", StringComparison.Ordinal) && !name.EndsWith(".en.md", StringComparison.Ordinal) && !name.EndsWith(".fr.md", StringComparison.Ordinal))
            .Select(name => new StreamReader(assembly.GetManifestResourceStream(name)!).ReadToEnd()));
        return [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('،', '.', '؛', ':', '«', '»', '(', ')', '؟'))
            .Where(word => word.Length > 1 && word.All(char.IsLetter)).GroupBy(word => word).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key)];
    }
}
