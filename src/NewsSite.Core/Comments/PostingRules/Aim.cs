namespace NewsSite.Comments.PostingRules;

/// <summary>At whom a telling word is thrown.</summary>
public enum Aim { Nobody, Writer, Commenter, Person, You, Group, Thing }
