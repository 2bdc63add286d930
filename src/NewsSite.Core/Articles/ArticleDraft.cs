namespace NewsSite.Articles;

/// <summary>Exactly the fields that a writer may set.</summary>
public sealed record ArticleDraft
{
    public required string Headline { get; init; }
    public string Standfirst { get; init; } = "";
    public string Markdown { get; init; } = "";
    public required Section Section { get; init; }
    public IReadOnlyList<Tag> Tags { get; init; } = [];
    public IReadOnlyList<(Author Author, BylineRole Role)> Bylines { get; init; } = [];
    public IReadOnlyList<Label> Labels { get; init; } = [];
    public LeadPicture? Picture { get; init; }
    public bool TakesComments { get; init; } = true;
}

/// <summary>The picture over a story, with the words that belong to it there.</summary>
public sealed record LeadPicture(Media.Picture Picture, string AlternativeText, string Caption, string Credit)
{
    /// <summary>With the words that the library has for it.</summary>
    public static LeadPicture From(Media.Picture picture) => new(picture, picture.AlternativeText, picture.Caption, picture.Credit);
}
