using System.Runtime.InteropServices;
using CsCheck;
using Microsoft.AspNetCore.Html;
using NewsSite.Text;
using NewsSite.Web;

namespace NewsSite.Tests.Text;

/// <summary>What is inserted never turns its neighbours over, by the Unicode bidirectional algorithm as ICU carries it out.</summary>
public sealed class BidiTests
{
    private const char FirstStrong = '\u2068', Pop = '\u2069';

    private static readonly Gen<string> Piece = Gen.Int[0, 11].SelectMany(kind => kind switch
    {
        0 or 1 => Gen.String[Gen.Char['ء', 'ي'], 1, 6],
        2 or 3 => Gen.String[Gen.Char['a', 'z'], 1, 6],
        4 => Gen.Int[0, 99_999].Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        5 => Gen.Const("@nato_press"),
        6 => Gen.Const("https://example.com/a?b=c&d=1"),
        7 => Gen.String[Gen.Char['٠', '٩'], 1, 4],
        8 => Gen.Const("Ж С++"),
        9 => Gen.Int[0, 7].Select(i => "()[]-/:!"[i].ToString()),
        10 => Gen.Const("\u202Eevil\u202C\u2067"),
        _ => Gen.Const("😀"),
    });

    private static readonly Gen<string> Mix = Piece.Array[1, 7].Select(pieces => CleanText.Line(string.Join(' ', pieces)));

    [Fact]
    public void A_headline_or_name_of_any_mix_leaves_the_words_around_it_where_they_are()
    {
        Assert.SkipUnless(Icu.IsThere, "The ICU library is not here: install libicu.");

        Mix.Where(text => text.Length > 0).Sample(text =>
        {
            var printed = Plain(Typeset.Line(text, "ar"));
            var (before, after) = ("قبله 12 ", " 3 بعده");

            // As a block of its own, or a span that the page isolates, stands between its neighbours.
            var line = $"{before}{FirstStrong}{printed}{Pop}{after}";
            var order = Icu.VisualOrder(line);

            var (first, last) = (before.Length, before.Length + printed.Length + 1);
            Assert.True(Enumerable.Range(0, first).All(i => order[i] > order[first]), line);
            Assert.True(Enumerable.Range(last + 1, after.Length).All(i => order[i] < order[first + 1]), line);
        }, iter: 3_000);
    }

    [Theory]
    [InlineData("@nato_press")]
    [InlineData("#NATO")]
    [InlineData("C++")]
    [InlineData(".NET")]
    [InlineData("https://example.com/a?b=c&d=1#x")]
    [InlineData("+962 7 9999 000")]
    [InlineData("user.name@example.com")]
    public void Handles_addresses_and_numbers_inside_an_Arabic_sentence_read_from_left_to_right_whole(string inserted)
    {
        Assert.SkipUnless(Icu.IsThere, "The ICU library is not here: install libicu.");
        var line = Plain(Typeset.Line($"قال {inserted} اليوم", "ar"));

        var order = Icu.VisualOrder(line);

        var start = line.IndexOf(inserted.Split(' ')[0], StringComparison.Ordinal);
        var places = Enumerable.Range(start, inserted.Length).Select(i => order[i]).ToList();
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Overrides_in_names_and_headlines_are_gone_before_they_are_kept() =>
        Mix.Sample(text => Assert.DoesNotContain(text, c => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')), iter: 1_000);

    // What a browser makes of <bdi>: an isolate of its own direction.
    private static string Plain(IHtmlContent html) => System.Net.WebUtility.HtmlDecode(
        html.ToString()!.Replace("<bdi lang=\"en\">", FirstStrong.ToString(), StringComparison.Ordinal).Replace("<bdi dir=\"ltr\">", "\u2066", StringComparison.Ordinal).Replace("</bdi>", Pop.ToString(), StringComparison.Ordinal));

    private static unsafe class Icu
    {
        private static readonly string[] Folders = ["/usr/lib", "/usr/lib64", "/lib"];
        private static readonly nint Library = Load();
        private static readonly string Version = FindVersion();

        public static bool IsThere => Library != 0 && Version.Length > 0;

        /// <returns>For each character its place on the line, counted from the left.</returns>
        public static int[] VisualOrder(string line)
        {
            var (status, map) = (0, new int[line.Length]);
            var bidi = ((delegate* unmanaged<nint>)Export("ubidi_open"))();
            fixed (char* text = line)
            fixed (int* places = map)
            {
                // Level 1: the paragraph runs from right to left.
                ((delegate* unmanaged<nint, char*, int, byte, nint, int*, void>)Export("ubidi_setPara"))(bidi, text, line.Length, 1, 0, &status);
                ((delegate* unmanaged<nint, int*, int*, void>)Export("ubidi_getLogicalMap"))(bidi, places, &status);
            }
            ((delegate* unmanaged<nint, void>)Export("ubidi_close"))(bidi);
            Assert.True(status <= 0, $"ICU says {status}");
            return map;
        }

        private static nint Export(string name) => NativeLibrary.GetExport(Library, name + Version);

        private static nint Load()
        {
            var file = Folders.Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "libicuuc.so*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1, IgnoreInaccessible = true })).Order().LastOrDefault();
            return file is not null && NativeLibrary.TryLoad(file, out var library) ? library : 0;
        }

        private static string FindVersion() => Enumerable.Range(50, 60).Select(version => $"_{version}").FirstOrDefault(ending => Library != 0 && NativeLibrary.TryGetExport(Library, "ubidi_open" + ending, out _)) ?? "";
    }
}
