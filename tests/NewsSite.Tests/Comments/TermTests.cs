using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Text;

namespace NewsSite.Tests.Comments;

public sealed class TermTests
{
    [Fact]
    public void Each_term_makes_its_own_sentence_an_offence()
    {
        var terms = RuleBook.Printed.Terms.Where(term => term.Offends.Length > 0).ToList();

        var missed = terms.Where(term => RuleBook.Printed.Judge(term.Offends, Twins.Context).Count == 0).Select(term => $"{term.Text}: {term.Offends}").ToList();

        // Words that offend only in a tone or a quarrel are kept weak on purpose.
        Assert.True(missed.Count <= 0.07 * terms.Count, string.Join('\n', missed));
    }

    [Fact]
    public void Its_honest_use_is_left_alone()
    {
        var terms = RuleBook.Printed.Terms.Where(term => term.Innocent.Length > 0).ToList();

        var touched = terms.Where(term => RuleBook.Printed.Judge(term.Innocent, Twins.Context).Count > 0).Select(term => $"{term.Text}: {term.Innocent}").ToList();

        Assert.True(touched.Count <= 0.05 * terms.Count, string.Join('\n', touched));
    }

    [Fact]
    public void No_two_terms_of_a_rule_are_one_word_and_there_are_enough() =>
        Assert.True(RuleBook.Printed.Terms.DistinctBy(term => ArabicText.Skeleton(term.Text).Text).Count() >= 600);

    [Fact]
    public void What_is_written_to_a_file_is_read_from_it()
    {
        var terms = RuleBook.Printed.Terms.DistinctBy(term => ArabicText.Skeleton(term.Text).Text).ToList();
        var file = new StringWriter();

        TermFile.Write(file, terms);

        Assert.Equal(terms, TermFile.Read(new StringReader(file.ToString())).Terms);
    }

    [Fact]
    public void Faulty_lines_are_reported_and_passed_over()
    {
        var read = TermFile.Read(new StringReader("""
            Term,Rule,Certainty,Region,Note,Offends,Innocent
            حمار,InsultToPerson,35,msa,,,
            كلب,NoRule,35,msa,,,
            بغل,InsultToPerson,100,msa,,,
            حِمار,InsultToPerson,40,msa,,,
            ،,InsultToPerson,40,msa,,,
            """));

        Assert.Equal("حمار", Assert.Single(read.Terms).Text);
        Assert.Equal([3, 4, 5, 6], read.Faults.Select(fault => fault.Line));
    }

    [Fact]
    public void A_book_of_other_terms_judges_by_those()
    {
        var book = new RuleBook([new("بطيخة", PostingRule.InsultToPerson, 60, "msa", "", "", "")], weighs: false);

        Assert.Equal(PostingRule.InsultToPerson, Assert.Single(book.Judge("يا بطيخة", CommentContext.None)).Rule);
        Assert.Empty(book.Judge("يا شرموطة", CommentContext.None));
    }
}
