using NewsSite.Articles;
using NewsSite.Text;
using QRCoder;

namespace NewsSite.Web.Endpoints;

public static class QrCodes
{
    /// <summary>A story's short link to be read off paper.</summary>
    public static void MapQrCodes(this WebApplication app) => app.MapMethods("/a/{code}.svg", [HttpMethods.Get, HttpMethods.Head],
        (string code, HttpContext http, Hosting.SiteAddress address) =>
        {
            if (ShortCode.Parse(code) is not { } id)
            {
                return Results.NotFound();
            }
            using var data = QRCodeGenerator.GenerateQrCode(address.BaseFor(http.Request) + Address.ShortLink(id), QRCodeGenerator.ECCLevel.M);
            http.Response.Headers.CacheControl = "public, max-age=86400";
            return Results.Text(new SvgQRCode(data).GetGraphic(new System.Drawing.Size(96, 96), sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute), "image/svg+xml");
        });
}
