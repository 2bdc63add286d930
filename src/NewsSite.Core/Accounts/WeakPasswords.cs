using System.Reflection;
using System.Text.RegularExpressions;
using NewsSite.Text;

namespace NewsSite.Accounts;

/// <summary>
/// Passwords that anybody would try first. No rules about capitals and signs: they make passwords that are hard to keep, not hard to guess.
/// What is refused is short, repeats itself, walks along the keyboard, or is a common word with the usual trimmings.
/// </summary>
public static partial class WeakPasswords
{
    public const int MinLength = 10, MaxLength = 200;
    private const int FewestKinds = 5, Run = 4, OwnEffort = 4;

    private static readonly string[] KeyboardRows =
        ["1234567890", "0987654321", "qwertyuiop", "poiuytrewq", "asdfghjkl", "lkjhgfdsa", "zxcvbnm", "azertyuiop", "abcdefghijklmnopqrstuvwxyz", "ضصثقفغعهخحجد", "شسيبلاتنمكط", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"];

    private static readonly Lazy<IReadOnlySet<string>> Common = new(Read);

    /// <param name="own">Words that stand near the account: its address, its name, the site's name.</param>
    public static bool Knows(string password, params IEnumerable<string> own)
    {
        var folded = ArabicText.Fold(password);
        // «P@ssw0rd2026!» is «password» to everybody who guesses.
        var bare = Spaces().Replace(Trimmings().Replace(folded, ""), "");
        return folded.Distinct().Count() < FewestKinds
            || Common.Value.Contains(bare) || Common.Value.Contains(Letters(bare)) || Common.Value.Contains(Letters(Spaces().Replace(folded, "")))
            || WithoutRuns(folded).Length < OwnEffort
            || own.SelectMany(Parts).Aggregate(folded, (rest, part) => rest.Replace(part, "", StringComparison.Ordinal)).Length < OwnEffort;
    }

    private static string Letters(string word) => string.Concat(word.Select(c => c switch
    {
        '@' or '4' => 'a',
        '0' => 'o',
        '3' => 'e',
        '$' or '5' => 's',
        '1' or '!' => 'i',
        '7' => 't',
        _ => c,
    }));

    private static string WithoutRuns(string word)
    {
        for (var at = 0; at + Run <= word.Length;)
        {
            var length = Run - 1;
            while (at + length < word.Length && KeyboardRows.Any(row => row.Contains(word[at..(at + length + 1)], StringComparison.Ordinal)))
            {
                length++;
            }
            if (length >= Run)
            {
                word = word.Remove(at, length);
            }
            else
            {
                at++;
            }
        }
        return word;
    }

    private static IEnumerable<string> Parts(string own) =>
        ArabicText.Fold(own).Split(['@', '.', ' ', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length >= OwnEffort);

    private static HashSet<string> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("accounts/weak-passwords.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ArabicText.Fold).ToHashSet(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^[^\p{L}]+|[^\p{L}]+$")]
    private static partial Regex Trimmings();

    [GeneratedRegex(@"\s")]
    private static partial Regex Spaces();
}
