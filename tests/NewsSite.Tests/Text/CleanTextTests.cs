using CsCheck;
using NewsSite.Text;

namespace NewsSite.Tests.Text;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData("e\u0301", "é")]
    [InlineData("\u0627\u0653", "آ")]
    [InlineData("ا\0ب", "اب")]
    [InlineData("نص\u202Eمقلوب\u202C", "نصمقلوب")]
    [InlineData("سطر\r\nسطر", "سطر\nسطر")]
    [InlineData("😀", "😀")]
    public void Text_is_made_fit_to_keep(string written, string kept) => Assert.Equal(kept, CleanText.Of(written));

    // An attribute cannot carry one.
    [Fact]
    public void Half_a_character_is_dropped() => Assert.Equal("نص", CleanText.Of("\uD800نص\uDC00"));

    [Fact]
    public void Cleaning_once_is_enough_and_leaves_what_both_databases_take() => Gen.String[Gen.Char, 0, 80].Sample(text =>
    {
        var clean = CleanText.Of(text);

        Assert.Equal(clean, CleanText.Of(clean));
        Assert.True(clean.IsNormalized());
        Assert.DoesNotContain('\0', clean);
        Assert.Equal(clean, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(clean)));
    }, iter: 3_000);

    [Theory]
    [InlineData("الأمين العام للناتو: منفتحون", "الأمين-العام-للناتو-منفتحون")]
    [InlineData("ليلى حدّاد", "ليلى-حداد")]
    [InlineData("خـبـر عاجل!", "خبر-عاجل")]
    [InlineData("NATO (2022)", "nato-2022")]
    [InlineData("؟!", "")]
    public void A_slug_is_readable_and_without_marks(string written, string slug) => Assert.Equal(slug, Slug.Of(written));

    [Fact]
    public void A_slug_is_never_longer_than_eighty_and_ends_with_a_whole_word()
    {
        var slug = Slug.Of(string.Join(' ', Enumerable.Repeat("كلمة", 40)));

        Assert.InRange(slug.Length, 1, Slug.MaxLength);
        Assert.EndsWith("كلمة", slug, StringComparison.Ordinal);
    }
}
