namespace NewsSite.Text;

public static class ReadingTime
{
    // Silent reading of Arabic news, which leaves the short vowels out: about 140 words a minute, against 230 for English.
    private const int ArabicWordsPerMinute = 140, OtherWordsPerMinute = 230;

    /// <returns>Minutes, at least one.</returns>
    public static int Minutes(int words, string language) =>
        Math.Max(1, (int)Math.Round(words / (double)WordsAMinute(language)));

    public static int WordsAMinute(string language) => language == "ar" ? ArabicWordsPerMinute : OtherWordsPerMinute;
}
