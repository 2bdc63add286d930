using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Settings;

/// <summary>Settings are written value by value: who changed the name does not undo what somebody else made of the time zone meanwhile.</summary>
public static class SettingsChange
{
    /// <param name="before">What the form began with.</param>
    /// <param name="wanted">What it came back with.</param>
    /// <param name="unset">What holds without a row: such a value needs none.</param>
    /// <returns>What is to be saved, as <c>Digits: European → ArabicIndic</c>; empty: nothing.</returns>
    public static async Task<IReadOnlyList<string>> ApplyAsync(
        NewsDb db, string language, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> wanted, IReadOnlyDictionary<string, string> unset, CancellationToken cancel)
    {
        var changed = wanted.Where(value => before.GetValueOrDefault(value.Key, "") != value.Value).ToList();
        var names = changed.Select(value => SiteSettings.RowOf(language, value.Key)).ToList();
        var rows = await db.Settings.Where(row => names.Contains(row.Name)).ToDictionaryAsync(row => row.Name, cancel);
        foreach (var (name, value) in changed)
        {
            var row = rows.GetValueOrDefault(SiteSettings.RowOf(language, name));
            var needed = value != unset.GetValueOrDefault(name, "");
            if (row is null && needed)
            {
                db.Add(new Setting(SiteSettings.RowOf(language, name), value));
            }
            else if (row is not null && needed)
            {
                row.Change(value);
            }
            else if (row is not null)
            {
                db.Remove(row);
            }
        }
        return [.. changed.Select(value => $"{value.Key}: {before.GetValueOrDefault(value.Key, "")} → {value.Value}")];
    }
}
