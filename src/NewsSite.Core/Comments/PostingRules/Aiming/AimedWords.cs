using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules.Aiming;

internal static class AimedWords
{
    private const double Company = 0.6, Doubt = 0.4;

    /// <summary>The throw of a term: whom it meets, and what softens it.</summary>
    /// <param name="others">How many other terms the comment holds: insults come in swarms.</param>
    public static Throw Of(Passage passage, Hit hit, int others)
    {
        var (aim, push) = Addressee.Of(passage, hit);
        var softening = Softening.Of(passage, hit, isCalled: push >= 3);
        return new(softening <= -3 && push < 3 ? Aim.Thing : aim, push + (Company * Math.Clamp(others, 0, 2)) - (hit.Affix.HasFlag(Affix.Masked) ? Doubt : 0), softening);
    }
}
