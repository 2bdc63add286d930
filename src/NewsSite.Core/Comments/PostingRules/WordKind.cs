namespace NewsSite.Comments.PostingRules;

/// <summary>What a listed word is to the rules: what may be attacked, what attacks, and what tells at whom it is aimed or that it is not.</summary>
[Flags]
public enum WordKind
{
    None = 0,

    Sanctity = 1 << 0,
    Religion = 1 << 1,
    Divine = 1 << 2,
    Sect = 1 << 3,
    People = 1 << 4,
    Attack = 1 << 5,
    Harm = 1 << 6,
    Curse = 1 << 7,

    /// <summary>«يا», «أيها»: what follows is called.</summary>
    Call = 1 << 8,
    You = 1 << 9,
    Writer = 1 << 10,
    Commenter = 1 << 11,
    /// <summary>«رجل», «وزير», «لاعب»: somebody, though not by name.</summary>
    Somebody = 1 << 12,
    Pointing = 1 << 13,
    /// <summary>«سياسة», «قرار»: what may be called stupid without insulting anybody.</summary>
    Thing = 1 << 14,
    Animal = 1 << 15,
    /// <summary>«مزرعة», «لحم», «بيطري»: the animals near it are animals.</summary>
    Nature = 1 << 16,
    Denial = 1 << 17,
    /// <summary>«قال», «وصف»: somebody else's words follow.</summary>
    Telling = 1 << 18,
    Self = 1 << 19,
    Scripture = 1 << 20,
    /// <summary>«كلمة», «رواية»: the word is spoken of.</summary>
    Study = 1 << 21,
    /// <summary>«كلهم», «شوية»: a group as such.</summary>
    All = 1 << 22,
    /// <summary>So frequent that its letters beside other letters are no word torn in two.</summary>
    Common = 1 << 23,
    /// <summary>«واتساب», «سعر», «كفيل»: the words of an advertisement; none of them tells by itself.</summary>
    Trade = 1 << 24,
    /// <summary>«اتصل», «راسلنا»: asks the reader to do it.</summary>
    Contact = 1 << 25,
    /// <summary>«جدري القرود»: takes the sting out of the words in it.</summary>
    Harmless = 1 << 26,

    /// <summary>«على», «ضد»: what stands on either side is not said of the other.</summary>
    Preposition = 1 << 27,
    /// <summary>«يقول»: words of others may follow, though often enough one's own do.</summary>
    Saying = 1 << 28,

    /// <summary>«هو», «كان», «is»: says something of what stands before it.</summary>
    Copula = 1 << 29,

    /// <summary>A state, a city, a party, a leader, a broadcaster: whose name it is says nothing about what is said of it.</summary>
    Named = 1 << 30,

    Group = Religion | Sect | People,
    Target = Group | Sanctity | Divine,
}
