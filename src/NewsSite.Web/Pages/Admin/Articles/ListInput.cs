namespace NewsSite.Web.Pages.Admin.Articles;

/// <summary>What is chosen and typed beside the list: an act on some of its stories, or a name for the view.</summary>
public sealed class ListInput
{
    public List<int> Stories { get; set; } = [];
    public string Act { get; set; } = "";
    public int? SectionId { get; set; }
    public string Tag { get; set; } = "";
    public string Reason { get; set; } = "";
    public string Name { get; set; } = "";
}
