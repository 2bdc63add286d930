using Microsoft.AspNetCore.Mvc;
using NewsSite.Data;
using NewsSite.Log;
using NewsSite.Settings;
using NewsSite.Text;

namespace NewsSite.Web;

/// <summary>A page of one edition's settings. Its form carries what it began with, so that only what was changed there is written.</summary>
public abstract class SettingsPage(PageFrame frame, Words words, NewsDb db, TimeProvider clock) : DeskPage(frame, words)
{
    public static readonly IReadOnlyList<string> Parts = ["", "rules", "announcements"];

    [BindProperty(SupportsGet = true, Name = "edition")]
    public string Edition { get; set; } = Languages.Main;

    /// <summary>What the form began with.</summary>
    [BindProperty(Name = "was")]
    public Dictionary<string, string?> Was { get; set; } = [];

    /// <summary>The last part of the page's address.</summary>
    public abstract string Part { get; }

    public string EditionDirection => Languages.DirectionOf(Edition);

    public string Here => AddressOf(Part, Edition);

    public static string AddressOf(string part, string edition) => $"/admin/settings{(part.Length == 0 ? "" : "/" + part)}?edition={edition}";

    public string Handler(string name) => $"{Here}&handler={name}";

    protected abstract IReadOnlyDictionary<string, string> Stored { get; }

    /// <summary>What holds where nothing is set.</summary>
    protected abstract IReadOnlyDictionary<string, string> Unset { get; }

    protected override async Task<IActionResult?> BeforeAsync(CancellationToken cancel) =>
        Languages.All.Contains(Edition) ? await base.BeforeAsync(cancel) : NotFound();

    protected void Begin() => Was = Stored.ToDictionary(value => value.Key, value => (string?)value.Value);

    protected async Task<IActionResult> SaveAsync(IReadOnlyDictionary<string, string> wanted, CancellationToken cancel)
    {
        var before = wanted.Keys.ToDictionary(name => name, name => Was.GetValueOrDefault(name) ?? (Was.ContainsKey(name) ? "" : Stored.GetValueOrDefault(name, "")));
        var changes = await SettingsChange.ApplyAsync(db, Edition, before, wanted, Unset, cancel);
        if (changes.Count > 0)
        {
            db.Add(new LogEntry(Member, "settings.changed", Languages.NameOf(Edition), clock.Now, detail: string.Join("\n", changes)));
            await db.SaveChangesAsync(cancel);
        }
        Say(Words[changes.Count > 0 ? "Desk.Saved" : "Settings.Unchanged"]);
        return Redirect(Here);
    }
}
