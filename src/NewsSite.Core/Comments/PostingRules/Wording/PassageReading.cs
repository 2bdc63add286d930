using NewsSite.Text;

namespace NewsSite.Comments.PostingRules.Wording;

/// <summary>From a comment's letters to its words and what the lists know of them.</summary>
internal sealed class PassageReading
{
    private const WordKind Telling = WordKind.Target | WordKind.Attack | WordKind.Harm | WordKind.Curse;

    private const int Whole = 4;

    private readonly Lexicon lexicon;
    private readonly Skeleton skeleton;
    private readonly Punctuation punctuation;
    private readonly List<Word> words = [];
    private readonly List<Reading> readings = [];
    private readonly bool isLatinArabic;

    private PassageReading(Lexicon lexicon, Skeleton skeleton)
    {
        (this.lexicon, this.skeleton) = (lexicon, skeleton);
        punctuation = new(skeleton.Original);
        isLatinArabic = LatinArabic.IsIn(skeleton.Text);
    }

    public static Passage Read(string text, Lexicon lexicon, CommentContext context)
    {
        var reading = new PassageReading(lexicon, ArabicText.Skeleton(text));
        reading.ReadWords();
        TornWords.Mend(reading.words, reading.readings, reading.skeleton, lexicon);
        return new(reading.skeleton, reading.words, PhraseFinding.Find(reading.words, reading.readings), context);
    }

    private void ReadWords()
    {
        var text = skeleton.Text;
        for (int at = 0, past; at < text.Length; at = past + 1)
        {
            past = text.IndexOf(' ', at) is >= 0 and var space ? space : text.Length;
            if (text.AsSpan(at, past - at).ContainsAny(Skeleton.Joint, Skeleton.Mask))
            {
                ReadJoined(at, past);
            }
            else if (past > at)
            {
                ReadOne(at, past);
            }
        }
    }

    /// <summary>Parts with signs between them: one word where that makes a term, else each for itself.</summary>
    private void ReadJoined(int at, int past)
    {
        var text = skeleton.Text.AsSpan(at, past - at);
        var first = readings.Count;
        Span<char> whole = stackalloc char[Math.Min(text.Length, 64)];
        var length = 0;
        var masks = 0;
        foreach (var c in text[..whole.Length])
        {
            whole[length] = c;
            length += char.IsLetterOrDigit(c) ? 1 : 0;
            masks += c == Skeleton.Mask ? 1 : 0;
        }
        ReadTerms(whole[..length], first);
        if (readings.Count == first && masks == 1 && text.Length <= 24)
        {
            lexicon.Disguised.ReadMasked(text, readings);
        }
        // «خبر*عاجل» are two words, «كس*نا» is one that nobody knows.
        if (readings.Count > first || (masks == 1 && text.IndexOf(Skeleton.Mask) < Whole))
        {
            AddWord(at, past, first);
            return;
        }
        for (int part = at, end; part < past; part = end + 1)
        {
            end = skeleton.Text.AsSpan(part, past - part).IndexOfAny(Skeleton.Joint, Skeleton.Mask) is >= 0 and var joint ? part + joint : past;
            if (end > part)
            {
                ReadOne(part, end);
            }
        }
    }

    private void ReadOne(int at, int past)
    {
        var word = skeleton.Text.AsSpan(at, Math.Min(past - at, 40));
        var first = readings.Count;
        lexicon.Read(word, readings);
        if (!HasTerm(first))
        {
            ReadDoubled(word, first);
        }
        if (!HasTerm(first) && skeleton.IsDotless && word.Length > 2 && HasGuess(at, at + word.Length))
        {
            lexicon.Disguised.ReadDotless(word, readings);
        }
        if (!HasTerm(first) && GuessIn(at, at + word.Length) is >= 0 and var guess && word.Length > 3)
        {
            Span<char> masked = stackalloc char[word.Length];
            word.CopyTo(masked);
            masked[guess - at] = Skeleton.Mask;
            lexicon.Disguised.ReadMasked(masked, readings);
        }
        if (!HasTerm(first) && char.IsAscii(word[^1]))
        {
            ReadLatin(word);
        }
        AddWord(at, past, first);
    }

    private void ReadDoubled(ReadOnlySpan<char> word, int first)
    {
        Span<char> single = stackalloc char[word.Length];
        var length = 0;
        foreach (var c in word)
        {
            if (length == 0 || single[length - 1] != c)
            {
                single[length++] = c;
            }
        }
        if (length < word.Length && length > 2)
        {
            ReadTerms(single[..length], readings.Count);
        }
    }

    private void ReadLatin(ReadOnlySpan<char> word)
    {
        if (word.ContainsAnyInRange('0', '9'))
        {
            Span<char> letters = stackalloc char[word.Length];
            for (var i = 0; i < word.Length; i++)
            {
                letters[i] = LookAlikes.AsLatinLetter(word[i]);
            }
            ReadTerms(letters, readings.Count);
        }
        if (word.Length >= 3 && (Arabizi.IsTelling(word) || isLatinArabic))
        {
            lexicon.Disguised.ReadArabizi(word, readings);
        }
    }

    /// <summary>Only readings as a term count.</summary>
    private void ReadTerms(ReadOnlySpan<char> word, int first)
    {
        if (word.Length < 3)
        {
            return;
        }
        lexicon.Read(word, readings);
        if (!HasTerm(first))
        {
            readings.RemoveRange(first, readings.Count - first);
        }
    }

    private bool HasTerm(int first)
    {
        for (var i = first; i < readings.Count; i++)
        {
            if (readings[i].Lexeme.Starts.Count > 0 || (readings[i].Lexeme.Kinds & Telling) != 0)
            {
                return true;
            }
        }
        return false;
    }

    private bool HasGuess(int at, int past)
    {
        for (var i = at; i < past; i++)
        {
            if (skeleton.IsGuess(i))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The one letter that was guessed, or -1.</summary>
    private int GuessIn(int at, int past)
    {
        var found = -1;
        for (var i = at; i < past; i++)
        {
            if (skeleton.IsGuess(i))
            {
                if (found >= 0)
                {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    private void AddWord(int at, int past, int first)
    {
        var kinds = WordKind.None;
        for (var i = first; i < readings.Count; i++)
        {
            kinds |= readings[i].Lexeme.Kinds;
        }
        var (start, _) = skeleton.Whence(at, 1);
        var (sentence, clause, quote) = punctuation.At(start);
        words.Add(new(at, past - at, first, readings.Count - first, kinds, sentence, clause, quote));
    }
}
