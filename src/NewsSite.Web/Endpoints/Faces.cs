using System.Globalization;
using System.Text;

namespace NewsSite.Web.Endpoints;

/// <summary>Readers' faces, drawn here from a keyed value: a rosette in one of eight colours. Nobody else is asked.</summary>
public static class Faces
{
    private const int KeyLength = 12;
    private static readonly string[] Colours = ["#8a5a1f", "#1f7a5c", "#4a2a8a", "#4e8a2a", "#2a6a8a", "#9c2f5a", "#7a3b2e", "#3d4f7c"];

    public static void MapFaces(this WebApplication app) => app.MapMethods("/comments/face/{key}.svg", [HttpMethods.Get, HttpMethods.Head], (string key, HttpContext http) =>
    {
        if (key.Length != KeyLength || !key.All(char.IsAsciiHexDigitLower))
        {
            return Results.NotFound();
        }
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Text(Draw(Convert.FromHexString(key)), "image/svg+xml");
    });

    private static string Draw(byte[] key)
    {
        var (petals, width, ring, turn) = (6 + key[1] % 7, 3 + key[2] % 4, 3 + key[3] % 4, key[4] % 30);
        var drawing = new StringBuilder();
        drawing.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-20 -20 40 40\"><circle r=\"20\" fill=\"#f5f3ee\"/><g fill=\"{Colours[key[0] % Colours.Length]}\" transform=\"rotate({turn})\">");
        for (var petal = 0; petal < petals; petal++)
        {
            var angle = 360.0 * petal / petals;
            drawing.Append(CultureInfo.InvariantCulture, $"<ellipse cx=\"0\" cy=\"-11\" rx=\"{width}\" ry=\"7\" transform=\"rotate({angle:0.##})\"/>");
        }
        drawing.Append(CultureInfo.InvariantCulture, $"<circle r=\"{ring}\" fill=\"#f5f3ee\"/><circle r=\"{ring - 1.5:0.#}\"/></g></svg>");
        return drawing.ToString();
    }
}
