using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Mail;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Comments;

/// <summary>The letters by which decisions about comments are told, in the story's language.</summary>
public sealed class AnswerLetters(Words words, PageFrame frame, LetterLinks links) : IAnswerLetters
{
    public Letter ToAppealer(string email, AnsweredComment about, bool granted) => words.In(about.Language, () => new Letter(
        email, about.Language,
        words.With("Letter.Appeal.Subject", about.Headline),
        [
            granted ? words["Letter.Appeal.Granted"] : words.With("Letter.Appeal.Declined", RuleOf(about)),
            .. about.Said.Length > 0 ? new[] { words.With("Letter.Appeal.Said", about.Said) } : [],
        ],
        granted ? Button("Letter.Comment.See", Address.Comment(about.Language, about.Id)) : Button("Rules", Address.Standing(about.Language, "rules")))
    { Footnote = words["Letter.Appeal.Why"] });

    public Letter ToReporter(string email, AnsweredComment about) => words.In(about.Language, () => new Letter(
        email, about.Language,
        words.With("Letter.Flag.Subject", about.Headline),
        [about.IsPosted ? words["Letter.Flag.Stays"] : about.IsTakenBack ? words["Letter.Flag.Gone"] : words.With("Letter.Flag.Removed", RuleOf(about))],
        Button("Letter.Flag.Story", about.StoryAddress))
    { Footnote = words["Letter.Flag.Why"] });

    private LetterButton Button(string name, string path) => new(words[name], links.To(path));

    private string RuleOf(AnsweredComment about) => about.Rule is { } rule
        ? frame.Outline.RuleWords(about.Language, $"Rule.{(int)rule}.Name") ?? words[$"Rule.{(int)rule}.Name"]
        : words["Rules"];
}
