namespace NewsSite.Comments.PostingRules;

/// <summary>The rules printed under the comment form. A number is part of a rule's identity: it stands in the log, and is never used again.</summary>
public enum PostingRule
{
    InsultToWriter = 1,
    InsultToPerson = 2,
    InsultToSanctities = 3,
    AttackOnReligion = 4,
    SectarianIncitement = 5,
    RacistIncitement = 6,
    Profanity = 7,
    Spam = 8,
}
