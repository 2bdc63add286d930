namespace NewsSite.Media;

public sealed partial class Picture
{
    /// <summary>So often renditions are tried: a picture that kills the process must not do it for ever.</summary>
    public const int MostAttempts = 5;

    /// <summary>The widths of the full frame. They hold from the start: until the files are there the master is given under their names.</summary>
    public int[] Widths { get; private set; } = [];

    /// <summary>The full frame lies ready in every width. Until then readers get the master.</summary>
    public bool Ready { get; private set; }

    /// <summary>null: the demo's, whose master is the largest rendition.</summary>
    public string? MasterFormat { get; private set; }

    public string MasterName => MasterFormat is null ? RenditionPlan.FileName(Key, Widths[^1], "jpg") : $"{Key}.{MasterFormat}";

    // Faces stand above the middle more often than below it.
    public double FocalX { get; private set; } = .5;
    public double FocalY { get; private set; } = .4;

    /// <summary>Raised with the focal point. Files of crops bear it in their names, since browsers keep them for ever.</summary>
    public int FocusVersion { get; private set; }

    /// <summary>Which focal point the crops that lie ready are of; 0: there are none.</summary>
    public int CropVersion { get; private set; }

    /// <summary>The beginning of its crops' names; null: there are none.</summary>
    public string? CropKey { get; private set; }

    public bool AwaitsRenditions { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>Given up: <see cref="TryAgain"/> is a person's decision.</summary>
    public bool RenditionsFailed => AwaitsRenditions && Attempts >= MostAttempts;

    /// <summary>Moves the point that every crop must show: 0, 0 is the upper left corner, 1, 1 the lower right one. The old crops stay until the new ones are made.</summary>
    public void FocusOn(double x, double y)
    {
        (x, y) = (Within(x), Within(y));
        if ((x, y) == (FocalX, FocalY))
        {
            return;
        }
        (FocalX, FocalY) = (x, y);
        FocusVersion++;
        TryAgain();
    }

    public void TryAgain() => (AwaitsRenditions, Attempts) = (true, 0);

    /// <param name="focusVersion">Of the focal point that the crops were made for.</param>
    internal void Finish(int focusVersion)
    {
        Ready = true;
        CropVersion = focusVersion;
        CropKey = RenditionPlan.CropKey(Key, focusVersion);
        AwaitsRenditions = focusVersion != FocusVersion;
        Attempts = 0;
    }

    /// <summary>Sizes that some page may name; any other would be one more copy in somebody's cache.</summary>
    public bool MayBeAskedFor(int size) => Widths.Contains(size) || RenditionPlan.IsStandard(size);

    /// <summary>The narrowest that fills a width, else the widest that there is.</summary>
    public int NearestWidth(int width) => Widths.FirstOrDefault(one => one >= width, Widths[^1]);

    /// <summary>Every file that belongs to it now.</summary>
    public IEnumerable<string> FileNames =>
    [
        MasterName,
        .. Widths.SelectMany(width => MediaFolder.Formats.Select(format => RenditionPlan.FileName(Key, width, format))),
        .. CropKey is { } crops ? CropNames(crops) : [],
        .. FocusVersion != CropVersion ? CropNames(RenditionPlan.CropKey(Key, FocusVersion)) : [],
    ];

    private IEnumerable<string> CropNames(string cropKey) => RenditionPlan.SquaresOf(Width, Height)
        .SelectMany(size => MediaFolder.Formats.Select(format => RenditionPlan.FileName(cropKey, size, format)))
        .Append(RenditionPlan.CardName(cropKey));

    private static double Within(double share) => double.IsFinite(share) ? Math.Round(Math.Clamp(share, 0, 1), 4) : .5;
}
