using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using NewsSite.Text;
using NewsSite.Web;

namespace NewsSite.Tests.Text;

public sealed partial class PluralTests
{
    private static readonly string[] Languages = ["ar", "en", "fr"];
    private static readonly ResourceManager Resources = new("NewsSite.Web.Resources.SharedText", typeof(SharedText).Assembly);

    [Fact]
    public void Every_counted_string_has_all_the_forms_of_its_language()
    {
        foreach (var language in Languages)
        {
            var names = NamesOf(language).ToHashSet();
            var counted = Languages.SelectMany(NamesOf).Select(name => FormEnding().Match(name)).Where(match => match.Success).Select(match => match.Groups[1].Value).Distinct();
            var missing = counted.SelectMany(name => Plural.FormsOf(language).Select(form => $"{name}.{form}")).Where(name => !names.Contains(name));
            Assert.Empty(missing);
        }
    }

    [Fact]
    public void Whatever_takes_a_number_is_a_counted_string()
    {
        foreach (var language in Languages)
        {
            Assert.All(NamesOf(language).Where(name => TextOf(language, name).Contains("{n}", StringComparison.Ordinal)), name => Assert.Matches(FormEnding(), name));
        }
    }

    [Fact]
    public void Every_string_of_the_site_exists_in_three_languages()
    {
        // Forms differ between languages; what they are forms of does not.
        var arabic = Bare("ar");
        Assert.Equal(arabic, Bare("en"));
        Assert.Equal(arabic, Bare("fr"));

        static List<string> Bare(string language) => [.. NamesOf(language).Select(name => FormEnding().Replace(name, "$1")).Distinct().Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void A_line_in_French_neither_begins_with_a_mark_nor_ends_with_an_opening_quotation_mark() =>
        Assert.All(NamesOf("fr"), name => Assert.DoesNotMatch(FrenchMarkAlone(), TextOf("fr", name)));

    [Theory]
    [InlineData(0, "لا تعليقات")]
    [InlineData(1, "تعليق واحد")]
    [InlineData(2, "تعليقان")]
    [InlineData(3, "3 تعليقات")]
    [InlineData(10, "10 تعليقات")]
    [InlineData(11, "11 تعليقًا")]
    [InlineData(99, "99 تعليقًا")]
    [InlineData(100, "100 تعليق")]
    [InlineData(101, "101 تعليق")]
    [InlineData(102, "102 تعليق")]
    [InlineData(103, "103 تعليقات")]
    [InlineData(111, "111 تعليقًا")]
    [InlineData(1000, "1000 تعليق")]
    public void Comments_are_counted_as_Arabic_counts(int number, string written)
    {
        var form = TextOf("ar", $"Comments.{Plural.Of("ar", number)}");

        Assert.Equal(written, form.Replace("{n}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", 0, PluralForm.Other)]
    [InlineData("en", 1, PluralForm.One)]
    [InlineData("fr", 0, PluralForm.One)]
    [InlineData("fr", 1, PluralForm.One)]
    [InlineData("fr", 2, PluralForm.Other)]
    [InlineData("fr", 1_000_000, PluralForm.Many)]
    public void English_and_French_count_by_their_own_rules(string language, int number, PluralForm form) => Assert.Equal(form, Plural.Of(language, number));

    private static IEnumerable<string> NamesOf(string language) => SetOf(language).Cast<DictionaryEntry>().Select(entry => (string)entry.Key);

    private static string TextOf(string language, string name) => SetOf(language).GetString(name)!;

    private static ResourceSet SetOf(string language) =>
        Resources.GetResourceSet(language == "ar" ? CultureInfo.InvariantCulture : new CultureInfo(language), createIfNotExists: true, tryParents: false)!;

    [GeneratedRegex(@" [:;!?»]|« ")]
    private static partial Regex FrenchMarkAlone();

    [GeneratedRegex(@"^(.+)\.(Zero|One|Two|Few|Many|Other)$")]
    private static partial Regex FormEnding();
}
