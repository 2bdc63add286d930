namespace NewsSite.Articles;

/// <summary>An address where readers found nothing, for editors to mend with a redirect.</summary>
public sealed class MissedAddress(string path, DateTimeOffset lastAt)
{
    public int Id { get; private set; }
    public string Path { get; private set; } = path;
    public int Hits { get; private set; }
    public DateTimeOffset LastAt { get; private set; } = lastAt;

    public void Meet(int times, DateTimeOffset now)
    {
        Hits += times;
        LastAt = now;
    }
}
