using System.Security.Cryptography;

namespace NewsSite.Comments;

public sealed partial class Comment
{
    /// <summary>The face of whoever has none any more: the same for all of them.</summary>
    public const string NoFace = "000000000000";

    private const int KeyBytes = 32;

    /// <summary>Takes its writer out of it, and with <paramref name="words"/> what they said. What answers it stands on.</summary>
    internal ModerationEntry Erase(bool words, string anyReader, DateTimeOffset now)
    {
        var isShown = State is CommentState.Posted or CommentState.Held;
        var (to, rule) = words && isShown ? (CommentState.Removed, null) : (State, Rule);
        var entry = Enter(to, ModerationAct.Erased, null, now, rule);
        // A key of its own: nothing ties it to the others any more, and it counts for nobody.
        (Name, Face, WriterKey) = (anyReader, NoFace, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes)));
        (AddressKey, OnceKey, Rule, Body) = (null, null, rule, words ? "" : Body);
        Badge = null;
        // Who asks to be forgotten does not wait for a page to grow old.
        decidedByHand = true;
        return entry;
    }
}
