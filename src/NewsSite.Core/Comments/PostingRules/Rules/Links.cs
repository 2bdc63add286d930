namespace NewsSite.Comments.PostingRules.Rules;

/// <summary>Addresses of pages in a text.</summary>
internal static class Links
{
    private static readonly string[] Marks = ["http://", "https://", "www.", "t.me/", "wa.me/", "bit.ly/", "chat.whatsapp", "hxxp"];

    public static int In(string text)
    {
        var count = 0;
        foreach (var mark in Marks)
        {
            for (var at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(mark, at + mark.Length, StringComparison.OrdinalIgnoreCase))
            {
                // «https://www.» is one.
                count += mark == "www." && at > 0 && text[at - 1] == '/' ? 0 : 1;
            }
        }
        return count;
    }

    /// <summary>The text with spaces where links were, and so with every place as it was.</summary>
    public static string Blanked(string text)
    {
        if (In(text) == 0)
        {
            return text;
        }
        var blanked = text.ToCharArray();
        foreach (var mark in Marks)
        {
            for (int at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase), end; at >= 0; at = text.IndexOf(mark, end, StringComparison.OrdinalIgnoreCase))
            {
                for (end = at; end < text.Length && char.IsAscii(text[end]) && !char.IsWhiteSpace(text[end]); end++)
                {
                    blanked[end] = ' ';
                }
            }
        }
        return new(blanked);
    }
}
