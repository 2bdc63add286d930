using NewsSite.Caching;

namespace NewsSite.Settings;

/// <summary>One setting that the newsroom changed, by its name in <see cref="SiteSettings"/>.</summary>
public sealed class Setting(string name, string value) : IPageSubject
{
    public string Name { get; private set; } = name;
    public string Value { get; private set; } = value;

    public IEnumerable<string> PageTags => [Caching.PageTags.Settings];

    public void Change(string value) => Value = value;
}
