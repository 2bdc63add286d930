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
        var (trade, contact) = (Of(passage, WordKind.Trade), Of(passage, WordKind.Contact));
        var (links, ways) = (Links.In(hearing.Written), WaysToReach.In(hearing.Written, hearing.Bare));
        var odds = None + (OneTrade * Math.Min(Enough, trade.Count)) + (contact.Count > 0 ? AContact : 0) + (ways.Count > 0 ? AWayToReach : 0)
            + (links >= 2 ? ManyLinks : links == 1 ? ALink : 0) + (Repetition.IsIn(passage) ? Repeats : 0);
        var own = OwnTerms.Of(hearing, Rule, mayRefuse: false).Select(own => own with { Odds = own.Odds + Math.Max(0, (odds - None) / 2) - (odds - None < AContact ? Alone : 0) });
        var said = Finding.Of(passage, own.Concat(trade.Concat(contact).Select(at => Advertises(at, at, odds))));
        if (ways.Count > 0)
        {
            return new(Math.Max(odds, said?.Odds ?? odds), false, [.. ways.Select(EvidenceOf).Concat(said?.Evidence ?? []).Take(Finding.MostEvidence)]) { Stands = true };
        }
        return odds < 0 || trade.Count + contact.Count > 0 ? said
            // Nothing but links.
            : passage.Words.Count == 0 ? new(odds, false, [])
            : Finding.Of(passage, own.Append(Advertises(0, passage.Words.Count - 1, odds)));
    }

    private static (Hit, Aim, double, bool) Advertises(int first, int last, double odds) => (new(null, WordKind.Trade, first, last, Affix.None), Aim.Nobody, odds, false);

    private static Evidence EvidenceOf((int Start, string Written) way) => new(way.Start, way.Written.Length, way.Written, way.Written, Aim.Nobody, Decides: true);

    /// <summary>Each word of the kind once, however often it comes.</summary>
    private static List<int> Of(Passage passage, WordKind kind) =>
        [.. Enumerable.Range(0, passage.Words.Count).Where(at => passage.Words[at].Is(kind)).DistinctBy(at => string.GetHashCode(passage.TextOf(at)))];
}
