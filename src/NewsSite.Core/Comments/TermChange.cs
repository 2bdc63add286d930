using NewsSite.Accounts;
using NewsSite.Caching;
using NewsSite.Comments.PostingRules;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>
/// Where the newsroom's terms differ from those that come with the program: one added, one changed, one switched off. Only differences are
/// rows, so that a new release brings its new terms and leaves the newsroom's decisions as they are.
/// </summary>
public sealed class TermChange : IPageSubject
{
    public const int MaxText = 80, MaxRegion = 20, MaxNote = 200;

    /// <summary>The cache tag of the rule book.</summary>
    public const string Tag = "terms";

    private TermChange() { }

    public TermChange(string text) => (Text, Key) = (CleanText.Line(text), KeyOf(text));

    /// <summary>The term as the rules read it: two spellings of one are one.</summary>
    public string Key { get; private set; } = "";
    public string Text { get; private set; } = "";
    public PostingRule Rule { get; private set; }

    /// <summary>1–99.</summary>
    public int Certainty { get; private set; }
    public string Region { get; private set; } = "";
    public string Note { get; private set; } = "";
    public bool IsOn { get; private set; } = true;
    public string ByName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    public IEnumerable<string> PageTags => [Tag];

    public static string KeyOf(string term) => ArabicText.Fold(CleanText.Line(term));

    public void Set(PostingRule rule, int certainty, string region, string note, bool isOn, StaffMember by, DateTimeOffset now)
    {
        (Rule, Certainty, IsOn, ByName, At) = (rule, Math.Clamp(certainty, 1, 99), isOn, by.Name, now);
        (Region, Note) = (CleanText.Line(region), CleanText.Line(note));
    }

    public void Set(TermWish wish, StaffMember by, DateTimeOffset now) => Set(wish.Rule, wish.Certainty, wish.Region, wish.Note, wish.IsOn, by, now);

    public Term ToTerm() => new(Text, Rule, Certainty, Region, Note, "", "", IsOwn: true);
}
