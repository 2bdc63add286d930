using NewsSite.Comments.PostingRules.Aiming;
using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules.Rules;

/// <summary>Advertisements: links, numbers to call, addresses to write to, words of trade that ask the reader for something, and the same words over and over.</summary>
internal sealed class SpamRule : IPostingRule
{
    private const int Enough = 4;
    private const double None = -3.2, OneTrade = 0.75, AContact = 1.7, AWayToReach = 3.4, ALink = 1.2, ManyLinks = 3.6, Repeats = 4.0, Alone = 1.5;

    public PostingRule Rule => PostingRule.Spam;

    public Finding? Ask(Hearing hearing)
    {
        var passage = hearing.Passage;
        var trade = Of(passage, WordKind.Trade);
        var contact = Of(passage, WordKind.Contact);
        var links = Links.In(hearing.Written);
        var reached = Links.WaysToReach(hearing.Written);
        var odds = None + (OneTrade * Math.Min(Enough, trade.Count)) + (contact.Count > 0 ? AContact : 0) + (reached.Count > 0 ? AWayToReach : 0)
            + (links >= 2 ? ManyLinks : links == 1 ? ALink : 0) + (Repetition.IsIn(passage) ? Repeats : 0);
        var words = trade.Concat(contact).Select(at => (new Hit(null, WordKind.Trade, at, at, Affix.None), Aim.Nobody, odds, false)).ToList();
        if (reached.Count == 0 && words.Count == 0 && odds >= 0)
        {
            if (passage.Words.Count == 0)
            {
                // Nothing but links.
                return new(odds, false, []);
            }
            words = [(new Hit(null, WordKind.Trade, 0, passage.Words.Count - 1, Affix.None), Aim.Nobody, odds, false)];
        }
        var said = Finding.Of(passage, OwnTerms.Of(hearing, Rule, mayRefuse: false).Select(own => own with { Odds = own.Odds + Math.Max(0, (odds - None) / 2) - (odds - None < AContact ? Alone : 0) }).Concat(words));
        return reached.Count == 0 ? said : new(Math.Max(odds, said?.Odds ?? odds), false,
            [.. reached.Select(way => new Evidence(way.Start, way.Written.Length, way.Written, way.Written, Aim.Nobody, Decides: true)).Concat(said?.Evidence ?? []).Take(Finding.MostEvidence)])
        {
            Stands = true,
        };
    }

    /// <summary>Each word of the kind once, however often it comes.</summary>
    private static List<int> Of(Passage passage, WordKind kind) =>
        [.. Enumerable.Range(0, passage.Words.Count).Where(at => passage.Words[at].Is(kind)).DistinctBy(at => string.GetHashCode(passage.TextOf(at)))];
}
