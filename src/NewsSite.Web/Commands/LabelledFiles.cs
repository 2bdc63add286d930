using System.Text.RegularExpressions;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Comments.PostingRules.Weighing;
using Sylvan.Data.Csv;

namespace NewsSite.Web.Commands;

/// <summary>Files of comments that somebody has judged.</summary>
internal static partial class LabelledFiles
{
    /// <summary>The open comments come from many hands; parts of them are tried on the others.</summary>
    private const int Parts = 5;

    // Real comments are rarer than written ones; those on which the judges did not agree count less.
    private const double Agreed = 6, Disputed = 3.6;

    // Under a story by the author whom the written comments name.
    private static readonly CommentContext Context = new("", ["نور السبكي"], [], null, "");

    public static WeigherTraining Training(IReadOnlyList<FileInfo> files) =>
        new(files.SelectMany(Read).Concat(LabelledComment.OfTerms(RuleBook.PrintedTerms)), Context);

    public static IEnumerable<LabelledComment> Read(FileInfo file)
    {
        using var reader = CsvDataReader.Create(file.OpenText());
        var hand = Path.GetFileNameWithoutExtension(file.Name);
        if (reader.GetName(0) == "Rule")
        {
            for (var text = reader.GetOrdinal("Text"); reader.Read();)
            {
                var rule = Enum.TryParse<PostingRule>(reader.GetString(0), out var known) ? known : (PostingRule?)null;
                yield return new(reader.GetString(text), rule is not null, rule, hand);
            }
            yield break;
        }
        int comment = reader.GetOrdinal("Comment"), label = reader.GetOrdinal("Label"), agreement = reader.GetOrdinal("Agreement"), kind = reader.GetOrdinal("Kind");
        for (var row = 0; reader.Read(); row++)
        {
            var (offends, isAgreed) = (reader.GetString(label) == "Offensive", reader.GetString(agreement) == "3/3");
            yield return new(Cleaned(reader.GetString(comment)), offends, null, $"{hand} {1 + (row % Parts)}", isAgreed ? Agreed : Disputed, offends && reader.GetString(kind) is { Length: > 0 } known ? known : reader.GetString(agreement));
        }
    }

    /// <summary>Without the stand-ins for what was anonymised, which are nobody's words.</summary>
    public static string Cleaned(string comment) => StandIns().Replace(comment, "").Trim();

    [GeneratedRegex(@"@User\.IDX|<url>")]
    private static partial Regex StandIns();
}
