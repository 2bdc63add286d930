using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Newsroom.Bulk;

/// <summary>A tag, and all the keys that mean it.</summary>
internal sealed record TagInHand(Tag Tag, IReadOnlySet<string> Keys);

/// <summary>
/// A story with its texts: what readers see, and what is being written at it. Both are filed anew together,
/// or the next publication would take the move back.
/// </summary>
internal sealed class StoryInHand(Article article, Revision? head, Revision? live, int lastNumber, TagInHand? tag, DateTimeOffset now)
{
    private readonly Manuscript asItCame = Manuscript.Of(article), newest = head?.Manuscript ?? Manuscript.Of(article);

    public Article Article => article;
    public Filing Readers => new(article.Section.Id, tag is null ? null : article.PlaceOf(tag.Tag), tag?.Tag.Name ?? "");
    public Filing Writers => FilingOf(newest);

    public BulkBefore Before => new(article.Id, Readers, Writers);

    public BulkVerdict Judge(BulkOrder order, Section? section) => order switch
    {
        BulkOrder.Move when section?.Language != article.Language => BulkVerdict.OtherEdition,
        BulkOrder.Move when Readers.SectionId == section.Id && Writers.SectionId == section.Id => BulkVerdict.InSection,
        BulkOrder.AddTag when Readers.TagPlace is not null && Writers.TagPlace is not null => BulkVerdict.HasTag,
        BulkOrder.AddTag when newest.Tags.Count >= Manuscript.MaxTags && Writers.TagPlace is null => BulkVerdict.TooManyTags,
        BulkOrder.RemoveTag when Readers.TagPlace is null && Writers.TagPlace is null => BulkVerdict.HasNoSuchTag,
        BulkOrder.Withdraw when !article.IsLiveAt(now) => BulkVerdict.NotOut,
        _ => BulkVerdict.Fits,
    };

    private bool IsOut => article.IsLiveAt(now) || article.Status == ArticleStatus.Withdrawn;

    /// <param name="section">The one of <paramref name="readers"/>.</param>
    public void File(Filing readers, Filing writers, Section section, StaffMember by, NewsDb db)
    {
        var (number, wasLive) = (lastNumber, article.LiveRevision ?? 0);
        if (head is null)
        {
            // Whoever has it open began from this; their save is merged with the one below.
            db.Add(new Revision(article, 0, RevisionKind.Saved, asItCame, null, article.EditedAt));
        }
        else if (IsOut && head.Number > wasLive)
        {
            db.Add(new Revision(article, ++number, RevisionKind.Published, Refiled(live?.Manuscript ?? asItCame, readers), by, now));
            article.IsLiveFrom(number);
        }
        db.Add(new Revision(article, ++number, RevisionKind.Saved, Refiled(newest, writers), by, now));
        if (head is null ? IsOut : head.Number == wasLive)
        {
            article.IsLiveFrom(number);
        }
        File(readers, section);
        article.MarkEdited(now);
    }

    private void File(Filing to, Section section)
    {
        if (section != article.Section)
        {
            article.MoveTo(section);
        }
        switch (tag, Readers.TagPlace, to.TagPlace)
        {
            case ({ } one, null, { } place):
                article.Insert(one.Tag, place);
                break;
            case ({ } one, not null, null):
                article.Remove(one.Tag);
                break;
        }
    }

    private Filing FilingOf(Manuscript text)
    {
        var place = tag is null ? -1 : text.Tags.ToList().FindIndex(IsMeant);
        return new(text.SectionId, place < 0 ? null : place, place < 0 ? tag?.Tag.Name ?? "" : text.Tags[place]);
    }

    private Manuscript Refiled(Manuscript text, Filing to)
    {
        var tags = text.Tags.ToList();
        switch (FilingOf(text).TagPlace, to.TagPlace)
        {
            case (null, { } place):
                tags.Insert(Math.Min(place, tags.Count), to.TagName);
                break;
            case (not null, null):
                tags.RemoveAll(IsMeant);
                break;
        }
        return text with { SectionId = to.SectionId, Tags = tags };
    }

    private bool IsMeant(string name) => tag!.Keys.Contains(Slug.KeyOf(name));
}
