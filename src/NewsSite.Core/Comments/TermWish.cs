using System.Globalization;
using NewsSite.Comments.PostingRules;

namespace NewsSite.Comments;

/// <summary>A term as the newsroom wants it, or has it.</summary>
public sealed record TermWish(string Text, PostingRule Rule, int Certainty, string Region, string Note, bool IsOn)
{
    public string Key => TermChange.KeyOf(Text);

    public static TermWish Of(Term term) => new(term.Text, term.Rule, term.Certainty, term.Region, term.Note, true);

    public static TermWish Of(TermChange change) => new(change.Text, change.Rule, change.Certainty, change.Region, change.Note, change.IsOn);

    /// <summary>As the log writes it: <c>InsultToPerson 35 % msa (off)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rule} {Certainty} % {Region}{(IsOn ? "" : " (off)")}");
}
