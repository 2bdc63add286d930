using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using NewsSite.Comments.PostingRules;

namespace NewsSite.Web.Comments;

/// <summary>A comment as it was written, with what speaks against it marked in its place.</summary>
public static class EvidenceText
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static IHtmlContent Of(string body, IReadOnlyList<Verdict> verdicts)
    {
        var marks = Marks(body, verdicts);
        var html = new StringBuilder(body.Length + 64);
        for (var at = 0; at < body.Length;)
        {
            var end = at + 1;
            while (end < body.Length && marks[end] == marks[at])
            {
                end++;
            }
            var text = Html.Encode(body[at..end]).Replace("&#xA;", "\n", StringComparison.Ordinal);
            html.Append(marks[at] switch
            {
                Mark.Decides => $"<mark class=\"decides\">{text}</mark>",
                Mark.Adds => $"<mark>{text}</mark>",
                _ => text,
            });
            at = end;
        }
        return new HtmlString(html.ToString());
    }

    /// <summary>The words themselves; empty where the place lies outside the text, as it may after a change of the text.</summary>
    public static string Written(string body, Evidence evidence) => PlaceOf(body, evidence) is var (start, end) && start < end ? body[start..end] : "";

    private enum Mark { None, Adds, Decides }

    private static Mark[] Marks(string body, IReadOnlyList<Verdict> verdicts)
    {
        var marks = new Mark[body.Length];
        foreach (var evidence in verdicts.SelectMany(verdict => verdict.Evidence))
        {
            var (start, end) = PlaceOf(body, evidence);
            for (var at = start; at < end; at++)
            {
                marks[at] = evidence.Decides ? Mark.Decides : marks[at] == Mark.Decides ? Mark.Decides : Mark.Adds;
            }
        }
        return marks;
    }

    // A letter of two units is marked whole or not at all.
    private static (int Start, int End) PlaceOf(string body, Evidence evidence)
    {
        var (start, end) = (Math.Clamp(evidence.Start, 0, body.Length), (int)Math.Clamp((long)evidence.Start + evidence.Length, 0, body.Length));
        start -= start > 0 && start < body.Length && char.IsLowSurrogate(body[start]) ? 1 : 0;
        end += end < body.Length && char.IsLowSurrogate(body[end]) ? 1 : 0;
        return (start, end);
    }
}
