using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules.Aiming;

/// <summary>«قرار غبي», «القصة دي سخيفة»: the word is said of a thing, and things may be called anything.</summary>
internal static class ThingSaid
{
    private const int Reach = 3;

    public static bool Is(Passage passage, Hit hit)
    {
        for (var at = hit.First - 1; hit.First == hit.Last && at >= Math.Max(0, hit.First - Reach) && passage.Words[at].Clause == passage.Words[hit.First].Clause; at--)
        {
            if (passage.Words[at].Is(WordKind.Thing))
            {
                return !IsSomebodys(passage, at);
            }
            if (passage.Words[at].Is(WordKind.You | WordKind.Call | WordKind.Somebody | WordKind.Writer | WordKind.Target) || !passage.Words[at].Is(WordKind.Pointing | WordKind.Common | WordKind.All))
            {
                return false;
            }
        }
        return false;
    }

    /// <summary>«كاتب هذا المقال جاهل» is said of the writer, «صاحب القرار غبي» of somebody.</summary>
    private static bool IsSomebodys(Passage passage, int thing)
    {
        for (var at = thing - 1; at >= Math.Max(0, thing - Reach); at--)
        {
            if (passage.Words[at].Is(WordKind.Writer | WordKind.Somebody) && !passage.Words[at].Is(WordKind.Thing))
            {
                return true;
            }
        }
        return false;
    }
}
