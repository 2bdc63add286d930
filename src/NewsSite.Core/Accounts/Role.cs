namespace NewsSite.Accounts;

/// <summary>What somebody may do with stories, each more than the one before. Moderating comments stands beside it: <see cref="User.Moderates"/>.</summary>
public enum Role
{
    None,

    /// <summary>Writes stories of their own and hands them in.</summary>
    Reporter,

    /// <summary>Edits and publishes every story, and keeps the front page, sections, tags and corrections.</summary>
    Editor,

    /// <summary>Keeps accounts, settings and backups besides.</summary>
    Administrator,
}
