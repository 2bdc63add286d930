using CsCheck;
using NewsSite.Text;

namespace NewsSite.Tests.Comments;

public sealed class SkeletonTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Char['ء', 'ي'], Gen.Char[' ', '~'], Gen.Char['\u064B', '\u065F'], Gen.Char['\u200B', '\u202E'], Gen.Char['\u0670', '\u06D3'], Gen.Char['\uFB50', '\uFEFC'],
        Gen.Char['\uD800', '\uDFFF'], Gen.Char, Gen.Const('ـ'), Gen.Const('\n'), Gen.Const('.'), Gen.Const('*'), Gen.Const('@'), Gen.Const('\uFDFA'), Gen.Const('\uFFFE'), Gen.Const('\0')).Array[0, 120].Select(chars => new string(chars));

    [Theory]
    [InlineData("كَلْبٌ", "كلب")]
    [InlineData("كـــلـــب", "كلب")]
    [InlineData("ك\u200Bل\u202Eب", "كلب")]
    [InlineData("ك.ل.ب", "كلب")]
    [InlineData("ك ل ب", "كلب")]
    [InlineData("ك🔥ل🔥ب", "كلب")]
    [InlineData("ك\nل\nب", "كلب")]
    [InlineData("كلللللب", "كلب")]
    [InlineData("ﻛﻠﺐ", "كلب")]
    [InlineData("ﷲ", "الله")]
    [InlineData("أحمقة إمَّعى", "احمقه امعي")]
    [InlineData("سؤال عبء بيئة", "سوال عب بييه")]
    [InlineData("گلب ڤاشل چاهل", "كلب فاشل جاهل")]
    [InlineData("غب1 ح@ر", "غبا حار")]
    [InlineData("شرموط٥", "شرموطه")]
    [InlineData("кalb ｆｏｏ 𝗯𝗮𝗿", "kalb foo bar")]
    [InlineData("قال: «نعم»، ثم مضى.", "قال نعم ثم مضي")]
    [InlineData("شرم*طة و/أو", "شرم*طه و-او")]
    [InlineData("عام 2024 كوفيد١٩", "عام 2024 كوفيد19")]
    public void A_text_is_folded_to_what_is_read(string text, string folded) => Assert.Equal(folded, ArabicText.Skeleton(text).Text);

    [Fact]
    public void Every_folded_position_comes_from_within_the_original_and_in_order() => Texts.Sample(text =>
    {
        var skeleton = ArabicText.Skeleton(text);
        var last = 0;
        for (var at = 0; at < skeleton.Text.Length; at++)
        {
            var (start, length) = skeleton.Whence(at, 1);
            Assert.True(length > 0 && start >= last && start + length <= text.Length);
            last = start;
        }
    }, iter: 3_000);

    [Fact]
    public void A_folded_text_is_no_longer_than_the_original_but_for_ligatures() => Texts.Sample(text =>
        Assert.True(ArabicText.Skeleton(text).Text.Length <= 18 * text.Length), iter: 1_000);

    [Fact]
    public void What_is_found_is_shown_as_it_was_written()
    {
        const string text = "قال: يا كـ.ـلْ.ب!";
        var skeleton = ArabicText.Skeleton(text);

        var (start, length) = skeleton.Whence(skeleton.Text.IndexOf("كلب", StringComparison.Ordinal), 3);

        Assert.Equal("كـ.ـلْ.ب", text.Substring(start, length));
    }

    [Fact]
    public void Folding_for_search_knows_less_than_folding_for_the_rules() => Assert.Equal("ك.ل.ب", ArabicText.Fold("كَ.ل.ب"));
}
