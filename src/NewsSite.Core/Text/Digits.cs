using System.Globalization;

namespace NewsSite.Text;

public enum DigitStyle { European, ArabicIndic }

public static class Digits
{
    public static string Of(long number, DigitStyle style) => Of(number.ToString(CultureInfo.InvariantCulture), style);

    public static string Of(string text, DigitStyle style) => style == DigitStyle.European
        ? text
        : string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)('٠' + (c - '0')) : c));
}
