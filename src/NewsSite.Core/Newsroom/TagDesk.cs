using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Log;
using NewsSite.Text;

namespace NewsSite.Newsroom;

using Outcome = DeskOutcome<TagRefusal>;

public enum TagRefusal
{
    /// <summary>A name without a letter or a digit has no address.</summary>
    NoLetters,

    /// <summary>Another tag has this address: its name may well look otherwise.</summary>
    Taken,

    /// <summary>The name means another tag already.</summary>
    MeansAnother,

    /// <summary>The name means this very tag already.</summary>
    MeansThis,

    /// <summary>No tag is called so.</summary>
    Unknown,

    /// <summary>Stories carry it.</summary>
    InUse,
}

/// <summary>The tags' names, and what else means them. Each act is one transaction, with its line in the log.</summary>
public sealed class TagDesk(NewsDb db, TimeProvider clock)
{
    /// <summary>Its old address leads to the new one, and its old name still means it: drafts and habits know it.</summary>
    public Task<Outcome> RenameAsync(int id, string name, StaffMember by, CancellationToken cancel) => ActAsync(id, async tag =>
    {
        if (await RefusalAsync(tag, name, cancel) is { } refusal && refusal.Why != TagRefusal.MeansThis)
        {
            return refusal;
        }
        var (before, key) = (tag.Name, tag.Key);
        if (before == CleanText.Line(name))
        {
            return null;
        }
        if (tag.Rename(name, clock.Now) is { } redirect)
        {
            await Redirects.WriteAsync(db, redirect, cancel);
        }
        if (tag.Key != key)
        {
            db.RemoveRange(await db.TagAliases.Where(alias => alias.TagId == id && alias.Key == tag.Key).ToListAsync(cancel));
            db.Add(new TagAlias(tag, before));
        }
        db.Add(new LogEntry(by, "tag.renamed", tag.Name, clock.Now, id, before));
        return null;
    }, cancel);

    /// <summary>Its stories carry the other tag from now on, in their places, and its name and address mean the other.</summary>
    public Task<Outcome> MergeAsync(int id, string into, StaffMember by, CancellationToken cancel) => ActAsync(id, async tag =>
    {
        if (await db.TagNamedAsync(tag.Language, into, cancel) is not { } other)
        {
            return new(TagRefusal.Unknown);
        }
        if (other.Id == id)
        {
            return new(TagRefusal.MeansThis);
        }
        // These pass by the cache's interceptor; the tag that goes empties the edition.
        var uses = db.Set<ArticleTag>();
        await uses.Where(use => use.TagId == id && !uses.Any(also => also.ArticleId == use.ArticleId && also.TagId == other.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(use => use.TagId, other.Id), cancel);
        await uses.Where(use => use.TagId == id).ExecuteDeleteAsync(cancel);
        await db.TagAliases.Where(alias => alias.TagId == id).ExecuteUpdateAsync(set => set.SetProperty(alias => alias.TagId, other.Id), cancel);
        db.Add(new TagAlias(other, tag.Name));
        await Redirects.WriteAsync(db, Redirect.Between(Address.Tag(tag.Language, tag.Slug), Address.Tag(tag.Language, other.Slug), clock.Now)!, cancel);
        db.Remove(tag);
        db.Add(new LogEntry(by, "tag.merged", other.Name, clock.Now, other.Id, tag.Name));
        return null;
    }, cancel);

    public Task<Outcome> AliasAsync(int id, string name, StaffMember by, CancellationToken cancel) => ActAsync(id, async tag =>
    {
        if (await RefusalAsync(tag, name, cancel) is { } refusal)
        {
            return refusal;
        }
        var alias = new TagAlias(tag, name);
        db.Add(alias);
        db.Add(new LogEntry(by, "tag.aliased", tag.Name, clock.Now, id, alias.Name));
        return null;
    }, cancel);

    public Task<Outcome> RemoveAliasAsync(int id, int aliasId, StaffMember by, CancellationToken cancel) => ActAsync(id, async tag =>
    {
        if (await db.TagAliases.FirstOrDefaultAsync(alias => alias.Id == aliasId && alias.TagId == id, cancel) is { } alias)
        {
            db.Remove(alias);
            db.Add(new LogEntry(by, "tag.unaliased", tag.Name, clock.Now, id, alias.Name));
        }
        return null;
    }, cancel);

    public Task<Outcome> RemoveAsync(int id, StaffMember by, CancellationToken cancel) => ActAsync(id, async tag =>
    {
        if (await db.Set<ArticleTag>().AnyAsync(use => use.TagId == id, cancel))
        {
            return new(TagRefusal.InUse);
        }
        db.Remove(tag);
        db.Add(new LogEntry(by, "tag.removed", tag.Name, clock.Now, id));
        return null;
    }, cancel);

    /// <returns>How many no story carried.</returns>
    public Task<int> RemoveUnusedAsync(string language, StaffMember by, CancellationToken cancel) => db.AloneAsync(async () =>
    {
        var unused = await db.Tags.Unused(db).Where(tag => tag.Language == language).ToListAsync(cancel);
        if (unused.Count > 0)
        {
            db.RemoveRange(unused);
            db.Add(new LogEntry(by, "tag.removed", unused[0].Name, clock.Now, detail: string.Join(" · ", unused.Select(tag => tag.Name))));
            await db.SaveChangesAsync(cancel);
        }
        return unused.Count;
    }, cancel);

    private async Task<Outcome> ActAsync(int id, Func<Tag, Task<Outcome.Refused?>> act, CancellationToken cancel)
    {
        try
        {
            return await db.AloneAsync(async () =>
            {
                if (await db.Tags.FirstOrDefaultAsync(tag => tag.Id == id, cancel) is not { } tag)
                {
                    return new Outcome.NotThere();
                }
                if (await act(tag) is { } refusal)
                {
                    return (Outcome)refusal;
                }
                await db.SaveChangesAsync(cancel);
                return new Outcome.Done(id);
            }, cancel);
        }
        // By somebody else, at this very moment.
        catch (DbUpdateException fault) when (fault.IsDouble)
        {
            db.ChangeTracker.Clear();
            return new Outcome.Refused(TagRefusal.Taken);
        }
    }

    private async Task<Outcome.Refused?> RefusalAsync(Tag tag, string name, CancellationToken cancel)
    {
        var key = Slug.KeyOf(name);
        if (key.Length == 0)
        {
            return new(TagRefusal.NoLetters);
        }
        if (key == tag.Key)
        {
            return new(TagRefusal.MeansThis);
        }
        if (await db.Tags.Where(one => one.Language == tag.Language && one.Key == key).Select(one => one.Name).FirstOrDefaultAsync(cancel) is { } other)
        {
            return new(TagRefusal.Taken, other);
        }
        return await db.TagAliases.Where(alias => alias.Language == tag.Language && alias.Key == key).Select(alias => alias.Tag).FirstOrDefaultAsync(cancel) switch
        {
            null => null,
            { } means => new(means.Id == tag.Id ? TagRefusal.MeansThis : TagRefusal.MeansAnother, means.Name),
        };
    }
}
