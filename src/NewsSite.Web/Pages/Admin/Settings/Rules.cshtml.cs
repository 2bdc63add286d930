using Microsoft.AspNetCore.Mvc;
using NewsSite.Data;
using NewsSite.Settings;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Admin.Settings;

/// <summary>The posting rules in the newsroom's own words. Their numbers and what they mean to the program stay.</summary>
public sealed class RulesModel(PageFrame frame, Words words, NewsDb db, TimeProvider clock) : SettingsPage(frame, words, db, clock)
{
    public const int MaxName = 60, MaxText = 400;

    private static readonly string[] PartsOfARule = ["Name", "Text"];

    public sealed class RuleInput
    {
        public string Name { get; set; } = "";
        public string Text { get; set; } = "";
    }

    public sealed class InputModel
    {
        public List<RuleInput> Rules { get; set; } = [];
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public override string Part => "rules";

    protected override IReadOnlyDictionary<string, string> Stored =>
        Each((number, part) => Frame.Outline.RuleWords(Edition, $"Rule.{number}.{part}") ?? Words.In(Edition, $"Rule.{number}.{part}"));

    protected override IReadOnlyDictionary<string, string> Unset => Each((number, part) => Words.In(Edition, $"Rule.{number}.{part}"));

    public void OnGet()
    {
        var stored = Stored;
        Input.Rules = [.. Pages.RulesModel.Numbers.Select(number => new RuleInput { Name = stored[$"Rule.{number}.Name"], Text = stored[$"Rule.{number}.Text"] })];
        Begin();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Rules.Count != Pages.RulesModel.Numbers.Count())
        {
            return BadRequest();
        }
        for (var i = 0; i < Input.Rules.Count; i++)
        {
            Limit(Input.Rules[i].Name, $"{nameof(Input.Rules)}[{i}].Name", MaxName);
            Limit(Input.Rules[i].Text, $"{nameof(Input.Rules)}[{i}].Text", MaxText);
        }
        return ModelState.IsValid ? await SaveAsync(Wanted(), cancel) : AskAgain();
    }

    // What is left empty is said in the program's words again.
    private Dictionary<string, string> Wanted()
    {
        var unset = Unset;
        return Each((number, part) => CleanText.Line(part == "Name" ? Input.Rules[number - 1].Name : Input.Rules[number - 1].Text) is { Length: > 0 } written ? written : unset[$"Rule.{number}.{part}"]);
    }

    private static Dictionary<string, string> Each(Func<int, string, string> value) =>
        Pages.RulesModel.Numbers.SelectMany(number => PartsOfARule.Select(part => (number, part))).ToDictionary(one => $"Rule.{one.number}.{one.part}", one => value(one.number, one.part));
}
