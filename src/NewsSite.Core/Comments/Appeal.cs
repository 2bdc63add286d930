using NewsSite.Accounts;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>A writer's one objection to a hold or a refusal by rule, in a sentence of their own, and what became of it.</summary>
public sealed class Appeal
{
    public const int MaxSentence = 500, MinSentence = 5;

    private Appeal() { }

    internal Appeal(Comment comment, string sentence, DateTimeOffset now) => (Comment, Sentence, At) = (comment, sentence, now);

    public int CommentId { get; private set; }
    public Comment Comment { get; private set; } = null!;
    public string Sentence { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>null: it waits.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    public bool Granted { get; private set; }

    /// <summary>What the newsroom wrote to it; may be empty.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>One line, as it is stored.</summary>
    public static string Tidied(string? sentence) => CleanText.Line(CleanText.Of(sentence ?? ""));

    internal void Give(bool granted, string answer, DateTimeOffset now) => (Granted, Answer, AnsweredAt) = (granted, answer, now);

    internal void Reopen() => (Granted, Answer, AnsweredAt) = (false, "", null);
}
