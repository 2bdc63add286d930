using NewsSite.Comments.PostingRules.Aiming;
using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules.Rules;

/// <summary>Advertisements: links, numbers to call, addresses to write to, words of trade that ask the reader for something, and the same words over and over.</summary>
internal sealed class SpamRule : IPostingRule
{
    private const int Enough = 4;
    private const double None = -3.2, OneTrade = 0.75, AContact = 1.7, ANumber = 3.4, ALink = 1.2, ManyLinks = 3.6, Repeats = 4.0, Alone = 1.5;

    public PostingRule Rule => PostingRule.Spam;

    public Finding? Ask(Hearing hearing)
    {
        var passage = hearing.Passage;
        var trade = Of(passage, WordKind.Trade);
        var contact = Of(passage, WordKind.Contact);
        var links = Links.In(hearing.Written);
        var odds = None + (OneTrade * Math.Min(Enough, trade.Count)) + (contact.Count > 0 ? AContact : 0) + (Links.HasTelephone(hearing.Written) || Links.HasEmail(hearing.Written) ? ANumber : 0)
            + (links >= 2 ? ManyLinks : links == 1 ? ALink : 0) + (Repetition.IsIn(passage) ? Repeats : 0);
        if (passage.Words.Count == 0)
        {
            // Nothing but links.
            return odds >= 0 ? new(odds, false, []) : null;
        }
        var words = trade.Concat(contact).Select(at => (new Hit(null, WordKind.Trade, at, at, Affix.None), Aim.Nobody, odds, false)).ToList();
        var whole = words.Count == 0 && odds >= 0 ? [(new Hit(null, WordKind.Trade, 0, passage.Words.Count - 1, Affix.None), Aim.Nobody, odds, false)] : words;
        return Finding.Of(passage, OwnTerms.Of(hearing, Rule, mayRefuse: false).Select(own => own with { Odds = own.Odds + Math.Max(0, (odds - None) / 2) - (odds - None < AContact ? Alone : 0) }).Concat(whole));
    }

    /// <summary>Each word of the kind once, however often it comes.</summary>
    private static List<int> Of(Passage passage, WordKind kind) =>
        [.. Enumerable.Range(0, passage.Words.Count).Where(at => passage.Words[at].Is(kind)).DistinctBy(at => string.GetHashCode(passage.TextOf(at)))];
}
