using NewsSite.Comments;

namespace NewsSite.Web.Comments;

/// <summary>How sure the rules are, in a word and in five boxes.</summary>
public enum CertaintyWord { None, Low, Medium, High }

public static class Certainty
{
    public const int Boxes = 5;
    private const int Medium = 50, High = 80;

    public static CertaintyWord Of(QueueItem item) => item.Certainty == 0 ? CertaintyWord.None : item.Certainty >= High ? CertaintyWord.High : item.Certainty >= Medium ? CertaintyWord.Medium : CertaintyWord.Low;

    public static int Full(int certainty) => (int)Math.Ceiling(certainty * Boxes / 100d);
}
