using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Log;
using NewsSite.Text;

namespace NewsSite.Newsroom;

using Outcome = DeskOutcome<SectionRefusal>;

/// <summary>The sections of the editions: which there are, what they are called, in what order they stand. Each act is one transaction, with its line in the log.</summary>
public sealed class SectionDesk(NewsDb db, TimeProvider clock)
{
    public async Task<Outcome> AddAsync(string language, SectionPlan plan, StaffMember by, CancellationToken cancel)
    {
        var all = await InOrderAsync(language, cancel);
        if (Refusal(null, plan, all) is { } refusal)
        {
            return refusal;
        }
        var section = new Section(language, plan.Address, plan.Name, plan.Description, all.Count, plan.Kind, all.Find(one => one.Id == plan.ParentId));
        db.Add(section);
        Arrange([.. all, section]);
        db.Add(new LogEntry(by, "section.added", section.Name, clock.Now));
        return await SaveAsync(section, cancel);
    }

    /// <param name="seen">The <see cref="SectionPlan.Fingerprint"/> of what was on the screen.</param>
    public async Task<Outcome> ChangeAsync(int id, string seen, SectionPlan plan, StaffMember by, CancellationToken cancel)
    {
        if (await db.Sections.FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } section)
        {
            return new Outcome.NotThere();
        }
        var all = await InOrderAsync(section.Language, cancel);
        if (SectionPlan.Of(section).Fingerprint != seen)
        {
            return new Outcome.Refused(SectionRefusal.Changed);
        }
        if (Refusal(section, plan, all) is { } refusal)
        {
            return refusal;
        }
        var before = section.Name;
        if (section.Rename(plan.Name, plan.Address, clock.Now) is { } redirect)
        {
            await Redirects.WriteAsync(db, redirect, cancel);
        }
        section.Describe(plan.Description, plan.Kind);
        section.StandUnder(all.Find(one => one.Id == plan.ParentId));
        Arrange(all);
        db.Add(new LogEntry(by, "section.changed", section.Name, clock.Now, section.Id, before == section.Name ? "" : before));
        return await SaveAsync(section, cancel);
    }

    /// <summary>One place up or down among those that stand beside it.</summary>
    public async Task<Outcome> MoveAsync(int id, int places, StaffMember by, CancellationToken cancel)
    {
        if (await db.Sections.FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } section)
        {
            return new Outcome.NotThere();
        }
        var all = await InOrderAsync(section.Language, cancel);
        var beside = all.FindAll(one => one.ParentId == section.ParentId);
        var (from, to) = (beside.IndexOf(section), beside.IndexOf(section) + places);
        if (to >= 0 && to < beside.Count)
        {
            var other = beside[to];
            (all[all.IndexOf(section)], all[all.IndexOf(other)]) = (other, section);
            Arrange(all);
            db.Add(new LogEntry(by, "section.moved", section.Name, clock.Now, section.Id));
            await db.SaveChangesAsync(cancel);
        }
        return new Outcome.Done(id);
    }

    public async Task<Outcome> RemoveAsync(int id, StaffMember by, CancellationToken cancel)
    {
        if (await db.Sections.FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } section)
        {
            return new Outcome.NotThere();
        }
        if (await db.Articles.AnyAsync(a => a.SectionId == id, cancel) || await db.Sections.AnyAsync(one => one.ParentId == id, cancel))
        {
            return new Outcome.Refused(SectionRefusal.InUse);
        }
        db.Remove(section);
        db.Add(new LogEntry(by, "section.removed", section.Name, clock.Now, id));
        return await SaveAsync(section, cancel);
    }

    private Task<List<Section>> InOrderAsync(string language, CancellationToken cancel) =>
        db.Sections.Where(one => one.Language == language).OrderBy(one => one.Position).ThenBy(one => one.Id).ToListAsync(cancel);

    private static Outcome.Refused? Refusal(Section? section, SectionPlan plan, List<Section> all)
    {
        var key = ArabicText.Fold(plan.Address);
        return !Section.IsFree(plan.Address) ? new(SectionRefusal.Reserved)
            : all.Find(one => one != section && ArabicText.Fold(one.Slug) == key) is { } other ? new(SectionRefusal.Taken, other.Name)
            : plan.ParentId is not { } parent ? null
            : !all.Exists(one => one.Id == parent && one.ParentId is null && one != section) ? new(SectionRefusal.WrongParent)
            : section is not null && all.Exists(one => one.ParentId == section.Id) ? new(SectionRefusal.HasSubsections)
            : null;
    }

    // Sub-sections right behind theirs, so that a flat list of them all is in order too.
    private static void Arrange(IReadOnlyList<Section> all)
    {
        var position = 0;
        foreach (var section in all.Where(one => one.Parent is null && one.ParentId is null))
        {
            section.Place(position++);
            foreach (var below in all.Where(one => one.Parent == section))
            {
                below.Place(position++);
            }
        }
    }

    private async Task<Outcome> SaveAsync(Section section, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return new Outcome.Done(section.Id);
        }
        // By somebody else, at this very moment.
        catch (DbUpdateException fault) when (fault.IsDouble || fault.IsInUse)
        {
            db.ChangeTracker.Clear();
            return new Outcome.Refused(fault.IsDouble ? SectionRefusal.Taken : SectionRefusal.InUse);
        }
    }
}
