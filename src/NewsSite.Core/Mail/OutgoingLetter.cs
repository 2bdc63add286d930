namespace NewsSite.Mail;

/// <summary>A letter that waits to be sent. Its words and its address lie sealed; once sent the row is gone.</summary>
public sealed class OutgoingLetter(byte[] content, DateTimeOffset createdAt)
{
    internal OutgoingLetter(byte[] content, DateTimeOffset createdAt, TimeSpan rests) : this(content, createdAt) => NextTryAt = createdAt + rests;

    public const int MaxFault = 80;

    public long Id { get; private set; }

    /// <summary>Names the message for ever: a receiver that gets it twice can tell.</summary>
    public Guid MessageId { get; private set; } = Guid.NewGuid();

    public byte[] Content { get; private set; } = content;
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    /// <summary>Moved ahead while a process tries to send it: that is its lease.</summary>
    public DateTimeOffset NextTryAt { get; private set; } = createdAt;

    public int Tries { get; private set; }

    /// <summary>What hindered it last; never an address.</summary>
    public string? LastFault { get; private set; }

    public DateTimeOffset? GivenUpAt { get; private set; }
}
