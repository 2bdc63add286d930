using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsSite.Text;

/// <summary>A picture alone in its paragraph is a figure, several are a gallery; a picture's Markdown title is its caption. A film or a recording is written as a picture is.</summary>
internal static partial class Figures
{
    /// <summary>
    /// Those that most pictures have. Bodies are made when they are saved, from their words alone; a picture may be smaller, or not be ready
    /// yet. So every one of these names is good for every picture: its address answers with the nearest width that there is, or with the master.
    /// </summary>
    private static readonly int[] Widths = [320, 640, 960, 1440];

    public static void Arrange(IElement body, string language)
    {
        foreach (var paragraph in body.QuerySelectorAll("p").Where(HoldsPicturesAlone).ToList())
        {
            var figures = paragraph.QuerySelectorAll("img").Select(picture => FigureOf(picture, language)).ToList();
            paragraph.Replace(figures.Count == 1 ? figures[0] : GalleryOf(figures, language));
        }
        // What stands inside a line stays there.
        foreach (var picture in body.QuerySelectorAll("img:not(figure img)").ToList())
        {
            picture.SetAttribute("loading", "lazy");
            picture.SetAttribute("decoding", "async");
        }
    }

    public static IReadOnlyList<BodyPicture> PicturesIn(IElement body) =>
    [
        .. body.QuerySelectorAll("img")
            .Select(picture => (Source: picture.GetAttribute("src") ?? "", Text: picture.GetAttribute("alt") ?? ""))
            .Where(picture => !FilmName().IsMatch(picture.Source) && !SoundName().IsMatch(picture.Source))
            .Select(picture => new BodyPicture(KeyOf(picture.Source), picture.Text)),
    ];

    private static string? KeyOf(string source) => LibraryKey().IsMatch(source) ? source
        : LibraryFile().Match(source) is { Success: true } file ? file.Groups[1].Value
        : null;

    private static bool HoldsPicturesAlone(IElement paragraph) =>
        paragraph.QuerySelector("img") is not null
        && paragraph.ChildNodes.All(node => node is IElement { LocalName: "img" or "br" } || (node is IText text && string.IsNullOrWhiteSpace(text.Data)));

    private static IElement GalleryOf(List<IElement> figures, string language)
    {
        var gallery = figures[0].Owner!.CreateElement("div");
        gallery.ClassName = "gallery";
        gallery.SetAttribute("data-gallery", "");
        gallery.SetAttribute("role", "group");
        gallery.SetAttribute("tabindex", "0");
        var (name, previous, next) = language switch
        {
            "ar" => ("معرض صور", "السابقة", "التالية"),
            "fr" => ("Galerie", "Précédente", "Suivante"),
            _ => ("Gallery", "Previous", "Next"),
        };
        gallery.SetAttribute("aria-label", name);
        gallery.SetAttribute("data-previous", previous);
        gallery.SetAttribute("data-next", next);
        gallery.Append([.. figures]);
        return gallery;
    }

    private static IElement FigureOf(IElement picture, string language)
    {
        var document = picture.Owner!;
        var figure = document.CreateElement("figure");
        var caption = picture.GetAttribute("title");
        figure.AppendChild(MediumOf(picture, language));
        if (!string.IsNullOrWhiteSpace(caption))
        {
            var words = document.CreateElement("figcaption");
            words.TextContent = caption;
            figure.AppendChild(words);
        }
        return figure;
    }

    private static IElement MediumOf(IElement written, string language)
    {
        var (source, alt) = (written.GetAttribute("src") ?? "", written.GetAttribute("alt") ?? "");
        return FilmName().IsMatch(source) ? Player(written, "video", source, alt, language)
            : SoundName().IsMatch(source) ? Player(written, "audio", source, alt, language)
            : LibraryKey().IsMatch(source) ? Renditions(written, source, alt)
            : Plain(written, source, alt);
    }

    private static IElement Plain(IElement written, string source, string alt)
    {
        var picture = written.Owner!.CreateElement("img");
        picture.SetAttribute("src", source);
        picture.SetAttribute("alt", alt);
        picture.SetAttribute("loading", "lazy");
        picture.SetAttribute("decoding", "async");
        return picture;
    }

    private static IElement Renditions(IElement written, string key, string alt)
    {
        var set = written.Owner!.CreateElement("picture");
        foreach (var format in new[] { "avif", "webp" })
        {
            var source = written.Owner.CreateElement("source");
            source.SetAttribute("type", $"image/{format}");
            source.SetAttribute("srcset", string.Join(", ", Widths.Select(width => $"/media/{key}-{width}.{format} {width}w")));
            source.SetAttribute("sizes", "(min-width: 40rem) 33rem, 100vw");
            set.AppendChild(source);
        }
        set.AppendChild(Plain(written, $"/media/{key}-960.jpg", alt));
        return set;
    }

    // Beside clip.mp4 lie clip-poster.jpg and clip.vtt, its captions.
    private static IElement Player(IElement written, string kind, string source, string alt, string language)
    {
        var player = written.Owner!.CreateElement(kind);
        var name = source[..source.LastIndexOf('.')];
        player.SetAttribute("src", source);
        player.SetAttribute("controls", "");
        player.SetAttribute("preload", "none");
        player.SetAttribute("aria-label", alt);
        if (kind == "video")
        {
            player.SetAttribute("poster", $"{name}-poster.jpg");
        }
        var captions = written.Owner.CreateElement("track");
        captions.SetAttribute("kind", "captions");
        captions.SetAttribute("src", $"{name}.vtt");
        captions.SetAttribute("srclang", language);
        captions.SetAttribute("label", language switch { "ar" => "شرح مكتوب", "fr" => "Sous-titres", _ => "Captions" });
        captions.SetAttribute("default", "");
        player.AppendChild(captions);
        return player;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*$")]
    private static partial Regex LibraryKey();

    [GeneratedRegex("^/media/([a-z0-9][a-z0-9-]*?)(-f[0-9]+)?(-([0-9]+|card))?\\.(avif|webp|jpg|png)$")]
    private static partial Regex LibraryFile();

    [GeneratedRegex(@"^/media/[a-z0-9-]+\.(mp4|webm)$")]
    private static partial Regex FilmName();

    [GeneratedRegex(@"^/media/[a-z0-9-]+\.(mp3|ogg|m4a)$")]
    private static partial Regex SoundName();
}
