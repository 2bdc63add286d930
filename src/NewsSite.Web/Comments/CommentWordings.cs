using System.Globalization;
using Microsoft.Extensions.Localization;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Comments.Following;
using NewsSite.Mail;
using NewsSite.Text;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Comments;

/// <summary>The words of letters about comments as they are now: outside of any request.</summary>
public sealed class CommentWordings(SiteKeeper keeper, LetterLinks links, IStringLocalizer<SharedText> text, TimeProvider clock)
{
    public async Task<ICommentWording> NowAsync(CancellationToken cancel) =>
        new CommentWording(await keeper.OutlineAsync(cancel), links.Base, text, clock.Now);
}

internal sealed class CommentWording(SiteOutline outline, string site, IStringLocalizer text, DateTimeOffset now) : ICommentWording
{
    private const int MostLetters = 400;

    public Letter Ask(FollowQuestion question)
    {
        var (words, story) = (In(question.Story.Language), question.Story);
        return new(question.To, story.Language, words.With("Letter.Follow.Subject", story.Headline), [words.With($"Letter.Follow.{question.Kind}", story.Headline), words["Letter.Follow.Press"]],
            new(words["Letter.Follow.Button"], site + Address.ConfirmLetters(story.Language, question.Token)))
        {
            Footnote = words["Letter.Follow.Unasked"],
            FootLink = new(words["Letter.Follow.No"], site + Address.StopLetters(story.Language, question.Token)),
            Headers = Stop(story.Language, question.Token),
        };
    }

    public Letter News(ConversationNews news)
    {
        var (words, story) = (In(news.Story.Language), news.Story);
        var first = news.Count > news.Comments.Count ? new[] { words.With("Letter.News.First", words.Number(news.Comments.Count)) } : [];
        return new(news.To, story.Language, words.With($"Letter.News.{news.Kind}.Subject", story.Headline), [words.Count($"Letter.News.{news.Kind}", news.Count).Replace("{0}", story.Headline, StringComparison.Ordinal), .. first],
            new(words["Letter.News.Button"], site + Address.Thread(story.Language, story.Id)))
        {
            Parts = [.. news.Comments.Select(comment => new LetterPart(comment.Name, Shortened(comment.Body), new(words["Letter.News.Read"], site + Address.Comment(story.Language, comment.Id))))],
            Footnote = words["Letter.News.Why"],
            FootLink = new(words["Letter.Stop"], site + Address.StopLetters(story.Language, news.Token)),
            Headers = Stop(story.Language, news.Token),
        };
    }

    public Letter Decisions(DecisionNews news)
    {
        var language = news.Decisions[0].Story.Language;
        var words = In(language);
        return new(news.To, language, words.With("Letter.Decision.Subject", news.Decisions[0].Story.Headline), [words["Letter.Decision.Text"]])
        {
            Parts = [.. news.Decisions.Select(decision => Part(words, decision))],
            Footnote = words["Letter.Decision.Why"],
            FootLink = new(words["Letter.Stop"], site + Address.StopLetters(language, news.Token)),
            Headers = Stop(language, news.Token),
        };
    }

    public Letter Waiting(WaitingNews news)
    {
        var (words, waiting) = (In(news.Language), news.Comments);
        var held = waiting.Parts.Select(part => (Name: part.Rule is { } rule ? words[$"Rule.{(int)rule}.Name"] : words["Letter.Waiting.NoRule"], part.Count)).ToList();
        (string Name, int Count)[] others = [(words["Letter.Waiting.Reported"], waiting.Reported), (words["Letter.Waiting.Appealed"], waiting.Appealed)];
        string[] parts = [.. held.Count > 0 ? [words["Letter.Waiting.ByRule"], Listed(held)] : Array.Empty<string>(), .. others.Where(one => one.Count > 0).Select(one => Listed([one]))];
        return new(news.To, news.Language, words.Count("Letter.Waiting.Subject", waiting.Count), [.. parts, words.With("Letter.Waiting.Oldest", words.Ago(waiting.Oldest, now))],
            new(words["Letter.Waiting.Button"], $"{site}/admin/comments"))
        {
            Footnote = words["Letter.Waiting.Why"],
            FootLink = new(words["Letter.Waiting.Off"], $"{site}/account#letters"),
        };

        string Listed(IEnumerable<(string Name, int Count)> lines) => string.Join('\n', lines.Select(line => $"{line.Name}{words["Colon"]} {words.Number(line.Count)}"));
    }

    // The address is not proved: a text that was refused is nothing to send to it.
    private LetterPart Part(Tongue words, Decision decision)
    {
        var link = decision.State == CommentState.Posted
            ? new LetterButton(words["Letter.News.Read"], site + Address.Comment(decision.Story.Language, decision.CommentId))
            : new LetterButton(words["Letter.Decision.Object"], site + Address.Yours(decision.Story.Language));
        var why = decision is { State: not CommentState.Posted, Rule: { } rule } ? words.With(decision.State == CommentState.Held ? "Appeal.HeldFor" : "Comment.Breaks", words[$"Rule.{(int)rule}.Name"]) : "";
        return new(words.With($"Letter.Decision.{decision.State}", decision.Story.Headline), (decision.State == CommentState.Posted ? Shortened(decision.Body) : "") + why, link);
    }

    // Its page outlives its edition.
    private Dictionary<string, string> Stop(string language, string token) => new()
    {
        ["List-Unsubscribe"] = $"<{site}{Address.StopLetters(language, token)}>",
        ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
    };

    private static string Shortened(string body)
    {
        if (body.Length <= MostLetters)
        {
            return body;
        }
        var end = body.LastIndexOf(' ', MostLetters);
        end = end > MostLetters / 2 ? end : char.IsHighSurrogate(body[MostLetters - 1]) ? MostLetters - 1 : MostLetters;
        return body[..end] + "…";
    }

    private Tongue In(string language) => new(language, outline, text);

    private sealed class Tongue(string language, SiteOutline outline, IStringLocalizer text)
    {
        private readonly EditionWriting writing = new(language, outline.SettingsOf(language));

        public string this[string name] => outline.RuleWords(language, name) ?? Say(name);

        public string With(string name, string what) => this[name].Replace("{0}", what, StringComparison.Ordinal);

        public string Count(string name, long number) => this[$"{name}.{Plural.Of(language, number)}"].Replace("{n}", Number(number), StringComparison.Ordinal);

        public string Number(long number) => writing.Number(number);

        public string Ago(DateTimeOffset then, DateTimeOffset now) => RelativeTime.Since(then, now) is var time && time.Unit == TimeUnit.Moment ? this["Ago.Moment"] : Count($"Ago.{time.Unit}", time.Count);

        private string Say(string name)
        {
            var ours = CultureInfo.CurrentUICulture;
            try
            {
                CultureInfo.CurrentUICulture = Cultures.StringsOf(language);
                return text[name].Value;
            }
            finally
            {
                CultureInfo.CurrentUICulture = ours;
            }
        }
    }
}
