using NewsSite.Comments;

namespace NewsSite.Web.Comments;

/// <summary>How sure the rules are, in a word and in five boxes.</summary>
public enum CertaintyWord { None, Low, Medium, High }

public static class Certainty
{
    public const int Boxes = 5;
    private const int Medium = 50, High = 80;

    public static CertaintyWord Of(QueueItem item) => Of(item.Certainty);

    public static CertaintyWord Of(int certainty) => certainty == 0 ? CertaintyWord.None : certainty >= High ? CertaintyWord.High : certainty >= Medium ? CertaintyWord.Medium : CertaintyWord.Low;

    public static int Full(int certainty) => (int)Math.Ceiling(certainty * Boxes / 100d);
}
