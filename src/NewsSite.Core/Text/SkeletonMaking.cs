using System.Globalization;
using System.Text;
using Piece = NewsSite.Text.Skeleton.Piece;

namespace NewsSite.Text;

/// <summary>The steps from a text to its skeleton; each goes over it once.</summary>
internal static class SkeletonMaking
{
    private const int Repeats = 3;
    // Signs that people put in a letter's place. A full stop or a dash is more often just that.
    private const string Masks = "*#_•×^~%&+?؟٭★☆●○■□\uFFFD";

    public static Skeleton Make(string text) => new(SpacedLetters.Join(Signs(Mixed(Collapsed(Bare(text)), text))), text);

    /// <summary>One letter after the other; marks and what cannot be seen fall away.</summary>
    private static List<Piece> Bare(string text)
    {
        var pieces = new List<Piece>(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var length = char.IsSurrogatePair(text, at) ? 2 : 1;
            if (text[at] < 0x80 || text[at] is >= 'ا' and <= 'ي' and not 'ـ')
            {
                Add(pieces, text[at], at, at + 1);
            }
            else if (length == 1 && char.IsSurrogate(text[at]))
            {
                Add(pieces, '\uFFFD', at, at + 1);
            }
            else
            {
                foreach (var c in Decomposed(text, at, length))
                {
                    Add(pieces, c, at, at + length);
                }
            }
            at += length;
        }
        return pieces;
    }

    private static string Decomposed(string text, int at, int length) =>
        text[at] switch
        {
            'أ' or 'إ' or 'آ' => "ا",
            'ؤ' => "و",
            'ئ' => "ي",
            _ when IsIgnorable(text, at) => "",
            // Compatibility decomposition also undoes presentation forms and parts the hamza from its carrier.
            _ => text.Substring(at, length).Normalize(NormalizationForm.FormKD) is { Length: > 0 } parts && !(length == 2 && char.IsSurrogate(parts[0])) ? parts : "\uFFFD",
        };

    private static bool IsIgnorable(string text, int at) =>
        text[at] is 'ـ' or 'ء' or 'ٴ' or 'ۥ' or 'ۦ' or '\u115F' or '\u1160' or '\u3164' or '\uFFA0' or '\u2065' or >= '\uFFF0' and <= '\uFFF8' or >= '\uFDD0' and <= '\uFDEF' or '\uFFFE' or '\uFFFF'
        || CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format
        || (char.IsSurrogatePair(text, at) && char.ConvertToUtf32(text, at) is >= 0xE0000 and <= 0xE0FFF or >= 0x1F3FB and <= 0x1F3FF);

    private static void Add(List<Piece> pieces, char c, int start, int end)
    {
        var letter = char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(LookAlikes.AsLatin(char.ToLowerInvariant(ArabicLetters.Bare(c))));
        if (!char.IsControl(letter) && c is not ('ء' or 'ـ' or 'ٴ') && (c < 0x300 || CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)))
        {
            pieces.Add(new(letter, start, end, ArabicLetters.IsDotless(c)));
        }
    }

    private static List<Piece> Collapsed(List<Piece> pieces)
    {
        var kept = 0;
        for (int at = 0, past; at < pieces.Count; at = past)
        {
            for (past = at + 1; past < pieces.Count && pieces[past].Letter == pieces[at].Letter; past++)
            {
            }
            if (past - at >= Repeats && pieces[at].IsLetter)
            {
                pieces[kept++] = pieces[at] with { End = pieces[past - 1].End };
            }
            else
            {
                for (var i = at; i < past; i++)
                {
                    pieces[kept++] = pieces[i];
                }
            }
        }
        pieces.RemoveRange(kept, pieces.Count - kept);
        return pieces;
    }

    // Two digits in a row are a number: «كوفيد19».
    /// <summary>Latin letters, digits and symbols that do a letter's work in an Arabic word.</summary>
    private static List<Piece> Mixed(List<Piece> pieces, string text)
    {
        for (int at = 0, past; at < pieces.Count; at = past + 1)
        {
            int arabic = 0, latin = 0, digits = 0, run = 0;
            for (past = at; past < pieces.Count && (pieces[past].IsWordPart || pieces[past].Letter is '@' or '$' or '|'); past++)
            {
                arabic += pieces[past].IsArabic ? 1 : 0;
                latin += pieces[past].IsLatin ? 1 : 0;
                run = char.IsAsciiDigit(pieces[past].Letter) ? run + 1 : 0;
                digits = Math.Max(digits, run);
            }
            if (arabic == 0 && latin >= 2)
            {
                Latinised(pieces, at, past);
            }
            if (arabic >= 2 && arabic >= latin && past - at > arabic && digits <= 1)
            {
                Replace(pieces, at, past, text);
            }
        }
        return pieces;
    }

    /// <summary><c>g@rbage</c>, <c>$hit</c>: digits stay, since they may be Arabic letters.</summary>
    private static void Latinised(List<Piece> pieces, int at, int past)
    {
        for (var i = at; i < past; i++)
        {
            if (!pieces[i].IsWordPart)
            {
                pieces[i] = pieces[i] with { Letter = LookAlikes.AsLatinLetter(pieces[i].Letter), IsGuess = true };
            }
        }
    }

    private static void Replace(List<Piece> pieces, int at, int past, string text)
    {
        for (var i = at; i < past; i++)
        {
            if (!pieces[i].IsArabic && LookAlikes.AsArabic(pieces[i].Letter, text[pieces[i].Start]) is not '\0' and var letter)
            {
                pieces[i] = pieces[i] with { Letter = letter, IsGuess = true };
            }
        }
    }

    /// <summary>A sign inside a word is a mask or a joint; everything else between words is one space.</summary>
    private static List<Piece> Signs(List<Piece> pieces)
    {
        var kept = new List<Piece>(pieces.Count);
        for (int at = 0, past; at < pieces.Count; at = past)
        {
            if (pieces[at].IsWordPart)
            {
                kept.Add(pieces[at]);
                past = at + 1;
                continue;
            }
            for (past = at + 1; past < pieces.Count && !pieces[past].IsWordPart; past++)
            {
            }
            if (kept.Count > 0 && past < pieces.Count)
            {
                kept.Add(new(Between(pieces, at, past), pieces[at].Start, pieces[past - 1].End));
            }
        }
        return kept;
    }

    private static char Between(List<Piece> pieces, int at, int past)
    {
        for (var i = at; i < past; i++)
        {
            if (pieces[i].IsSpace)
            {
                return ' ';
            }
        }
        return past == at + 1 && Masks.Contains(pieces[at].Letter) ? Skeleton.Mask : Skeleton.Joint;
    }
}
