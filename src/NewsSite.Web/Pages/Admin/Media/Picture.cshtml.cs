using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Log;
using NewsSite.Media;

namespace NewsSite.Web.Pages.Admin.Media;

public sealed class PictureModel(PageFrame frame, Words words, NewsDb db, PictureUses uses, RenditionBell bell) : DeskPage(frame, words)
{
    /// <summary>As it is shown for the focal point, whatever the screen: a press is told in these pixels.</summary>
    public const int FocusWidth = 280;

    public sealed class InputModel
    {
        public string Text { get; set; } = "";
        public string Caption { get; set; } = "";
        public string Credit { get; set; } = "";

        /// <summary>Percent from the left edge of the picture, and from the upper one.</summary>
        public string FocalX { get; set; } = "";
        public string FocalY { get; set; } = "";
    }

    [FromRoute]
    public int Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Picture Picture { get; private set; } = null!;
    public IReadOnlyList<PictureUse> Uses { get; private set; } = [];
    public int FocusHeight => Math.Max(1, Picture.Height * FocusWidth / Picture.Width);

    protected override async Task<IActionResult?> BeforeAsync(CancellationToken cancel)
    {
        if (await base.BeforeAsync(cancel) is { } elsewhere)
        {
            return elsewhere;
        }
        if (await db.Pictures.FirstOrDefaultAsync(one => one.Id == Id, cancel) is not { } picture)
        {
            return NotFound();
        }
        Picture = picture;
        Uses = await uses.UsedWhereAsync(picture, cancel);
        return null;
    }

    public void OnGet()
    {
        (Input.Text, Input.Caption, Input.Credit) = (Picture.AlternativeText, Picture.Caption, Picture.Credit);
        (Input.FocalX, Input.FocalY) = (Percent(Picture.FocalX), Percent(Picture.FocalY));
    }

    public async Task<IActionResult> OnPostDescribeAsync(CancellationToken cancel)
    {
        Limit(Input.Text, nameof(Input.Text), Picture.MaxAlternativeText);
        Limit(Input.Caption, nameof(Input.Caption), Picture.MaxCaption);
        Limit(Input.Credit, nameof(Input.Credit), Picture.MaxCredit);
        if (!ModelState.IsValid)
        {
            return AskAgain();
        }
        Picture.Describe(Input.Text, Input.Caption, Input.Credit);
        return await SavedAsync("picture.described", cancel);
    }

    public async Task<IActionResult> OnPostFocusAsync(CancellationToken cancel)
    {
        var (x, y) = int.TryParse(Request.Form["Place.x"], out var left) && int.TryParse(Request.Form["Place.y"], out var top)
            ? ((double)left / FocusWidth, (double)top / FocusHeight)
            : (Share(Input.FocalX, nameof(Input.FocalX)), Share(Input.FocalY, nameof(Input.FocalY)));
        if (!ModelState.IsValid)
        {
            return AskAgain();
        }
        Picture.FocusOn(x, y);
        var answer = await SavedAsync("picture.focused", cancel);
        bell.Ring();
        return answer;
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        var name = Picture.FileName;
        if ((await uses.RemoveUnusedAsync(Picture, cancel)).Count > 0)
        {
            Say(Words["Picture.StillUsed"]);
            return RedirectToPage(new { Id });
        }
        db.Add(new LogEntry(Member, "picture.removed", name, Frame.Now, Id));
        await db.SaveChangesAsync(cancel);
        Say(Words["Picture.Removed"]);
        return Redirect("/admin/media");
    }

    private async Task<IActionResult> SavedAsync(string act, CancellationToken cancel)
    {
        db.Add(new LogEntry(Member, act, Picture.FileName, Frame.Now, Id));
        await db.SaveChangesAsync(cancel);
        Say(Words["Desk.Saved"]);
        return RedirectToPage(new { Id });
    }

    private double Share(string typed, string field)
    {
        if (double.TryParse(Text.ArabicText.Fold(typed), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100)
        {
            return percent / 100;
        }
        Refuse(field, Words["Field.Unreadable"]);
        return 0;
    }

    /// <summary>The newsroom's page of what shows a picture.</summary>
    public static string PlaceOf(PictureUse use) => use.Kind switch
    {
        PictureUseKind.Portrait => "/admin/authors",
        PictureUseKind.Page => "/admin/pages",
        _ => $"/admin/articles/{use.Id.ToString(CultureInfo.InvariantCulture)}",
    };

    private static string Percent(double share) => Math.Round(share * 100).ToString(CultureInfo.InvariantCulture);
}
