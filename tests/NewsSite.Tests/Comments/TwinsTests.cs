using NewsSite.Comments.PostingRules;

namespace NewsSite.Tests.Comments;

public sealed class TwinsTests
{
    public static TheoryData<PostingRule> Rules => [.. Enum.GetValues<PostingRule>()];

    [Theory]
    [MemberData(nameof(Rules))]
    public void What_plainly_breaks_a_rule_is_stopped_or_held(PostingRule rule)
    {
        var offences = Twins.All.Where(pair => pair.Rule == rule).Select(pair => pair.Offends).ToList();

        var caught = offences.Count(offence => offence.IsTouched);

        Assert.True(caught >= 0.84 * offences.Count, $"{caught} of {offences.Count}");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Mostly_it_is_the_very_rule_that_stops_it(PostingRule rule)
    {
        var offences = Twins.All.Where(pair => pair.Rule == rule).Select(pair => pair.Offends).ToList();

        var exact = offences.Count(offence => offence.IsTouched && offence.Verdicts[0].Rule == rule);

        Assert.True(exact >= 0.72 * offences.Count, $"{exact} of {offences.Count}");
    }

    [Fact]
    public void Of_all_plain_offences_nine_in_ten_are_stopped_or_held() =>
        Assert.True(Twins.All.Count(pair => pair.Offends.IsTouched) >= 0.93 * Twins.All.Count);

    [Fact]
    public void Their_innocent_twins_are_left_alone()
    {
        var touched = Twins.All.Where(pair => pair.Innocent.IsTouched).Select(pair => pair.Innocent.Text).ToList();

        Assert.True(touched.Count <= 0.04 * Twins.All.Count, string.Join('\n', touched));
    }

    [Fact]
    public void No_innocent_twin_is_refused() =>
        Assert.DoesNotContain(Twins.All, pair => pair.Innocent.Verdicts.Any(verdict => verdict.Action == RuleAction.Refuse));
}
