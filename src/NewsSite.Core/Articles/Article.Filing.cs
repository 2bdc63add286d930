namespace NewsSite.Articles;

/// <summary>Where readers find a story. What is being written at it meanwhile is another matter.</summary>
public sealed partial class Article
{
    /// <exception cref="InvalidOperationException">The section is another edition's.</exception>
    public void MoveTo(Section section)
    {
        if (section.Language != Language)
        {
            throw new InvalidOperationException($"Story {Id} is not of the edition {section.Language}.");
        }
        Section = section;
    }

    /// <summary>Its tags must be loaded, here and below.</summary>
    /// <returns>null: it does not carry it.</returns>
    public int? PlaceOf(Tag tag) => TagsInOrder.FindIndex(one => one.Tag == tag) is var place and >= 0 ? place : null;

    public void Insert(Tag tag, int place)
    {
        var ordered = TagsInOrder;
        ordered.Insert(Math.Min(place, ordered.Count), new ArticleTag(tag, place, PublishedAt));
        Arrange(ordered);
    }

    public void Remove(Tag tag) => Arrange(TagsInOrder.FindAll(one => one.Tag != tag));

    private List<ArticleTag> TagsInOrder => [.. tags.OrderBy(one => one.Position)];

    private void Arrange(List<ArticleTag> ordered)
    {
        tags.RemoveAll(one => !ordered.Contains(one));
        tags.AddRange(ordered.Where(one => !tags.Contains(one)).ToList());
        for (var place = 0; place < ordered.Count; place++)
        {
            ordered[place].Position = place;
        }
    }
}
