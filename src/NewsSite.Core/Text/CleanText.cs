using System.Text;

namespace NewsSite.Text;

/// <summary>The one place where text from outside is made fit to keep: forms, queries, routes, JSON and imports all pass here.</summary>
public static class CleanText
{
    /// <summary>NFC, without NUL, lone surrogates, controls (tab and line feed stay) and bidirectional overrides. Line ends become LF.</summary>
    public static string Of(string text)
    {
        var fit = NeedsCleaning(text) ? WithoutUnsafe(text) : text;
        return fit.IsNormalized() ? fit : fit.Normalize();
    }

    /// <summary>As <see cref="Of"/>, on one line and trimmed: for names, headlines, tags.</summary>
    public static string Line(string text) =>
        string.Join(' ', Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool NeedsCleaning(string text)
    {
        foreach (var c in text)
        {
            if (char.IsSurrogate(c) || IsUnsafe(c))
            {
                return true;
            }
        }
        return false;
    }

    private static string WithoutUnsafe(string text)
    {
        var kept = new StringBuilder(text.Length);
        // EnumerateRunes turns each lone surrogate into U+FFFD.
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune != Rune.ReplacementChar && !(rune.IsBmp && IsUnsafe((char)rune.Value)))
            {
                kept.Append(rune);
            }
        }
        return kept.ToString();
    }

    // Embeddings, overrides and isolates can turn the rest of a page over; the page isolates names itself.
    private static bool IsUnsafe(char c) => c switch
    {
        '\t' or '\n' => false,
        < ' ' or (>= '\u007F' and <= '\u009F') => true,
        >= '\u202A' and <= '\u202E' => true,
        >= '\u2066' and <= '\u2069' => true,
        '\uFEFF' or (>= '\uFFF9' and <= '\uFFFB') or '\uFFFE' or '\uFFFF' => true,
        _ => false,
    };
}
