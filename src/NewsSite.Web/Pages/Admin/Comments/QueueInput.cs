using NewsSite.Comments.PostingRules;

namespace NewsSite.Web.Pages.Admin.Comments;

public enum BanLength { Day, Week, Month, Good }

/// <summary>What a moderator's form holds.</summary>
public sealed class QueueInput
{
    public int Comment { get; set; }

    /// <summary>The line of the log that stood last when the form was shown.</summary>
    public long Seen { get; set; }

    public PostingRule? Rule { get; set; }
    public string Why { get; set; } = "";

    /// <summary>To a writer who appealed.</summary>
    public string Answer { get; set; } = "";

    public bool Email { get; set; }
    public bool Address { get; set; }
    public BanLength For { get; set; }
}
