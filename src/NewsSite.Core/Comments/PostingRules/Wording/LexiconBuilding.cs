using NewsSite.Text;

namespace NewsSite.Comments.PostingRules.Wording;

/// <summary>Terms and lists, word by word, under each stem that stands for them.</summary>
internal sealed class LexiconBuilding
{
    private const WordKind Inflecting = WordKind.Target | WordKind.Attack | WordKind.Harm | WordKind.Curse | WordKind.Animal | WordKind.Thing | WordKind.Somebody | WordKind.Trade | WordKind.Writer;

    // «ابن كلب» is also «يا بنت الكلب» and «اولاد الكلاب».
    private static readonly string[] Children = ["ابن", "بن", "ولد", "اولاد", "ولاد", "بنت", "بنات", "عيال", "ابنا", "وليد"];
    private static readonly string[] Yours = ["ك", "كم", "كن", "كو", "كي", "ج", "ه", "ها", "هم", "هن", "و"];

    private readonly Dictionary<string, Lexeme> lexemes = [];

    public Dictionary<string, List<Lexeme>> Stems { get; } = [];

    public void Add(string text, Term? term, WordKind kind)
    {
        var parts = ArabicText.Skeleton(text).Text.Split([' ', Skeleton.Joint, Skeleton.Mask], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
        {
            return;
        }
        var inflects = term is not null || (kind & Inflecting) != 0;
        // «السنة» are a sect, «سنة» is a year: a short name of a group keeps its article.
        var words = parts.Select(part => Word(part, inflects, parts.Length > 1, term is null && (kind & WordKind.Target) != 0 ? 4 : 3)).ToArray();
        if (words.Length == 1 && term is null)
        {
            words[0].Kinds |= kind;
        }
        else
        {
            words[0].Starts.Add(new(words, term, kind));
        }
    }

    private Lexeme Word(string part, bool inflects, bool isPartOfMany, int shortest)
    {
        var bare = part.Length >= shortest + 2 && part.StartsWith("ال", StringComparison.Ordinal) && part is not ("الله" or "الهه") ? part[2..] : part;
        var key = $"{bare}{(inflects ? "+" : "")}{(isPartOfMany ? "*" : "")}";
        if (lexemes.TryGetValue(key, out var known))
        {
            return known;
        }
        var lexeme = lexemes[key] = new(bare, inflects);
        foreach (var stem in StemsOf(bare, inflects, isPartOfMany).Distinct())
        {
            (Stems.TryGetValue(stem, out var others) ? others : Stems[stem] = []).Add(lexeme);
        }
        return lexeme;
    }

    private static IEnumerable<string> StemsOf(string word, bool inflects, bool isPartOfMany)
    {
        yield return word;
        if (inflects && word.Length > 3 && word[^1] == 'ه')
        {
            yield return word[..^1] + 'ت';
            yield return word[..^1];
        }
        if (!isPartOfMany)
        {
            yield break;
        }
        foreach (var child in Children.Contains(word) ? Children : [])
        {
            yield return child;
        }
        if (word.Length > 2 && word[^1] == 'ك' && ArabicLettersOnly(word))
        {
            foreach (var ending in Yours)
            {
                yield return word[..^1] + ending;
            }
        }
    }

    private static bool ArabicLettersOnly(string word) => word.All(c => c is >= 'ء' and <= 'ي');
}
