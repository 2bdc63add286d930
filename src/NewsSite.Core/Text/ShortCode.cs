namespace NewsSite.Text;

/// <summary>A number as the few characters of a short link. No vowels, so no words; no 0/O, 1/l.</summary>
public static class ShortCode
{
    private const string Alphabet = "23456789bcdfghjkmnpqrstvwxz";

    public static string Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        var code = "";
        for (long rest = number + FirstOfThree; rest > 0; rest /= Alphabet.Length)
        {
            code = Alphabet[(int)(rest % Alphabet.Length)] + code;
        }
        return code;
    }

    /// <returns>null where no number has this code.</returns>
    public static int? Parse(string code)
    {
        if (code.Length is < 3 or > 7)
        {
            return null;
        }
        var written = code.ToLowerInvariant();
        long number = 0;
        foreach (var letter in written)
        {
            var digit = Alphabet.IndexOf(letter);
            if (digit < 0)
            {
                return null;
            }
            number = number * Alphabet.Length + digit;
        }
        number -= FirstOfThree;
        return number is > 0 and <= int.MaxValue && Of((int)number) == written ? (int)number : null;
    }

    // Codes begin at three characters: 27².
    private const long FirstOfThree = 27 * 27;
}
