using System.Text.RegularExpressions;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Tests.Support;
using Sylvan.Data.Csv;

namespace NewsSite.Tests.Comments;

/// <summary>Real comments under news (mpold-NOTICE.md): what is stopped or held must not grow worse unseen.</summary>
public sealed partial class OpenCommentsTests
{
    private static readonly Lazy<IReadOnlyList<(string Label, string Agreement, string Kind, bool IsTouched)>> Comments = new(Read);

    [Fact]
    public void Most_of_what_offends_is_stopped_or_held()
    {
        Assert.InRange(Share(comment => comment.Kind == "V"), 0.65, 1);
        Assert.InRange(Share(comment => comment.Kind == "HS"), 0.60, 1);
        Assert.InRange(Share(comment => comment.Label == "Offensive"), 0.55, 1);
    }

    [Fact]
    public void Little_of_what_offends_nobody_is_touched()
    {
        Assert.InRange(Share(comment => comment.Label == "Non-Offensive"), 0, 0.05);
        Assert.InRange(Share(comment => comment is { Label: "Non-Offensive", Agreement: "3/3" }), 0, 0.03);
    }

    private static double Share(Func<(string Label, string Agreement, string Kind, bool IsTouched), bool> which) =>
        Comments.Value.Where(which).Average(comment => comment.IsTouched ? 1.0 : 0);

    private static List<(string, string, string, bool)> Read()
    {
        var comments = new List<(string, string, string, bool)>();
        using var reader = CsvDataReader.Create(Path.Combine(Repository.Root, "tests", "NewsSite.Tests", "Comments", "mpold-open.csv"));
        while (reader.Read())
        {
            var text = StandIns().Replace(reader.GetString(reader.GetOrdinal("Comment")), "").Trim();
            comments.Add((reader.GetString(reader.GetOrdinal("Label")), reader.GetString(reader.GetOrdinal("Agreement")), reader.GetString(reader.GetOrdinal("Kind")), RuleBook.Printed.Judge(text, CommentContext.None).Count > 0));
        }
        return comments;
    }

    [GeneratedRegex(@"@User\.IDX|<url>")]
    private static partial Regex StandIns();
}
