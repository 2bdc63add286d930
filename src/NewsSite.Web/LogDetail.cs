using System.Text.RegularExpressions;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Log;

namespace NewsSite.Web;

/// <summary>The log keeps the program's own names, which no language changes; who reads it gets words.</summary>
public static partial class LogDetail
{
    private static readonly Dictionary<string, string> Fields = new Dictionary<string, string>
    {
        [nameof(LevelWish.Level)] = "Levels.Level",
        [nameof(LevelWish.ClosesAfterDays)] = "Levels.Days",
        [nameof(LevelWish.ClosesAfterComments)] = "Levels.Comments",
        [nameof(LevelWish.SlowSeconds)] = "Levels.Seconds",
        [nameof(LevelWish.Note)] = "Levels.Note",
    };

    public static string Of(LogEntry entry, Words words) => entry.Act switch
    {
        "comments.level" => Field().Replace(entry.Detail, field => $"{words[Fields[field.Groups[1].Value]]}: {(field.Groups[1].Value == nameof(LevelWish.Level) ? Levels(field.Groups[2].Value, words) : field.Groups[2].Value)}"),
        "comments.hot" => Levels(entry.Detail, words),
        "comments.term" or "comments.terms" => Rule().Replace(entry.Detail, name => Enum.TryParse<PostingRule>(name.Value, out var rule) ? words[$"Rule.{(int)rule}.Name"] : name.Value),
        "account.appointed" or "account.invited" or "account.added" => Name().Replace(entry.Detail, name => name.Value == "Moderator" || (Enum.TryParse<Role>(name.Value, out var role) && role != Role.None) ? words[$"Role.{name.Value}"] : name.Value),
        _ => entry.Detail,
    };

    private static string Levels(string detail, Words words) => Name().Replace(detail, name => Enum.TryParse<CommentLevel>(name.Value, out var level) ? words[$"Levels.{level}"] : name.Value);

    // A note's own words are as they were written.
    [GeneratedRegex("^(Level|ClosesAfterDays|ClosesAfterComments|SlowSeconds|Note): (.*)$", RegexOptions.Multiline)]
    private static partial Regex Field();

    // Before its certainty; a term may be called like a rule.
    [GeneratedRegex(@"[A-Za-z]+(?= \d+ %)")]
    private static partial Regex Rule();

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Name();
}
