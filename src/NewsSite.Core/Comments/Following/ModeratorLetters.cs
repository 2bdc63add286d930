namespace NewsSite.Comments.Following;

/// <summary>Whether a moderator gets the daily letter, and when the last one was due. Who has no row gets it.</summary>
public sealed class ModeratorLetters
{
    private ModeratorLetters() { }

    public ModeratorLetters(int userId) => UserId = userId;

    public int UserId { get; private set; }
    public bool AreOff { get; private set; }
    public DateTimeOffset? LookedAt { get; private set; }

    public void Switch(bool off) => AreOff = off;

    internal void Look(DateTimeOffset now) => LookedAt = now;
}
