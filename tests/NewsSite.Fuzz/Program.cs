using System.Runtime.InteropServices;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Text;
using SharpFuzz;

// Its bytes are UTF-16, so that lone surrogates come in as well. What must hold of every text, fails by an exception.
const int Most = 4_000;
var context = new CommentContext("حلف شمال الأطلسي يحذر", ["سامي النجار"], ["ينس ستولتنبرغ"], "أبو خالد", "قال الأمين العام إن الحلف لا يسعى إلى الحرب.");
Fuzzer.Run(stream =>
{
    using var read = new MemoryStream();
    stream.CopyTo(read);
    var text = new string(MemoryMarshal.Cast<byte, char>(read.ToArray().AsSpan(0, (int)Math.Min(read.Length, 2 * Most) & ~1)));

    var skeleton = ArabicText.Skeleton(text);
    var last = 0;
    for (var at = 0; at < skeleton.Text.Length; at++)
    {
        var (start, length) = skeleton.Whence(at, 1);
        Check(length > 0 && start >= last && start + length <= text.Length, "A folded letter comes from nowhere, or from before the one before it.");
        last = start;
    }
    foreach (var evidence in RuleBook.Printed.Judge(text, context).SelectMany(verdict => verdict.Evidence))
    {
        Check(evidence.Start >= 0 && evidence.Length >= 0 && evidence.Start + evidence.Length <= text.Length, "A verdict marks a place outside the text.");
    }
});

static void Check(bool holds, string otherwise)
{
    if (!holds)
    {
        throw new InvalidOperationException(otherwise);
    }
}
