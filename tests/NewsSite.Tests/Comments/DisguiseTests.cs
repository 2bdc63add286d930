namespace NewsSite.Tests.Comments;

public sealed class DisguiseTests
{
    private const double Each = 0.85, Together = 0.98, NewlyTouched = 0.03;

    private static readonly Lazy<IReadOnlyList<(Disguise Disguise, bool IsCaught, string Text)>> Offences = new(() => [.. Twins.All.Where(pair => pair.Offends.IsTouched)
        .Select(pair => (pair.Offends.Text, Word: TellingWord.Of(pair.Offends)))
        .SelectMany(one => Written(one.Text, one.Word)).Select(one => (one.Disguise, Twins.Judged.Of(one.Text).IsTouched, one.Text))]);

    public static TheoryData<string> Names => [.. Disguises.All.Select(disguise => disguise.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_disguised_word_is_recognised(string name)
    {
        var tried = Offences.Value.Where(one => one.Disguise.Name == name).ToList();

        var missed = tried.Where(one => !one.IsCaught).Select(one => one.Text).ToList();

        Assert.NotEmpty(tried);
        Assert.True(missed.Count <= (1 - Each) * tried.Count, $"{missed.Count} of {tried.Count} missed:\n{string.Join('\n', missed)}");
    }

    [Fact]
    public void Over_all_disguises_what_is_caught_plainly_is_caught() =>
        Assert.InRange(Offences.Value.Count(one => one.IsCaught) / (double)Offences.Value.Count, Together, 1);

    [Fact]
    public void A_disguise_makes_no_innocent_word_an_offence()
    {
        var tried = Twins.All.Where(pair => !pair.Innocent.IsTouched).SelectMany(pair => Written(pair.Innocent.Text, TellingWord.Nearest(pair))).ToList();

        var touched = tried.Where(one => Twins.Judged.Of(one.Text).IsTouched).Select(one => $"{one.Disguise}: {one.Text}").ToList();

        Assert.True(touched.Count <= NewlyTouched * tried.Count, $"{touched.Count} of {tried.Count} touched:\n{string.Join('\n', touched)}");
    }

    private static IEnumerable<(Disguise Disguise, string Text)> Written(string text, string word) =>
        from disguise in Disguises.All
        let written = disguise.Rewrite(word)
        where written is not null
        select (disguise, text.Replace(word, written, StringComparison.Ordinal));
}
