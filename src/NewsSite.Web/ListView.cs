namespace NewsSite.Web;

/// <summary>A list as it is printed.</summary>
/// <param name="Empty">The string for a list without stories.</param>
public sealed record ListView(ListPage Page, string Empty)
{
    public bool WithSection { get; init; }
}
