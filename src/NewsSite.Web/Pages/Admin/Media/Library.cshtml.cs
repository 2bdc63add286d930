using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Log;
using NewsSite.Media;

namespace NewsSite.Web.Pages.Admin.Media;

[RequestSizeLimit(MaxForm)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxForm)]
public sealed class LibraryModel(PageFrame frame, Words words, NewsDb db, PictureLibrary library, PictureUses uses, PictureIntake intake) : DeskPage(frame, words)
{
    // A dozen large ones at a time; a file too large gets its sentence, not a broken connection.
    private const int MaxForm = 13 * PictureIntake.MaxBytes;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "untold")]
    public bool OnlyUntold { get; set; }

    [BindProperty(SupportsGet = true, Name = "before")]
    public int? Before { get; set; }

    public PictureShelf Shelf { get; private set; } = new([], null);
    public ILookup<int, PictureUse> Uses { get; private set; } = Array.Empty<PictureUse>().ToLookup(use => use.PictureId);
    public List<(string Name, string Fault)> Faults { get; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Shelf = await library.SearchAsync(new(Search ?? "", OnlyUntold, Before), cancel);
        Uses = await uses.UsedWhereAsync([.. Shelf.Pictures], cancel);
    }

    public async Task<IActionResult> OnPostUploadAsync(List<IFormFile> files, CancellationToken cancel)
    {
        var taken = new List<Picture>();
        foreach (var file in files)
        {
            if (await TakeAsync(file, cancel) is { } picture)
            {
                taken.Add(picture);
            }
        }
        await db.SaveChangesAsync(cancel);
        // The script sends one file at a time and wants to know what became of it.
        if (Request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal))
        {
            return taken is [var one] ? new JsonResult(ForScript(one)) : new JsonResult(new { fault = Faults.Count > 0 ? Faults[0].Fault : Words.Fault(PictureFault.Empty) }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
        if (Faults.Count == 0 && taken.Count > 0)
        {
            Say(Words.Count("Picture.Taken", taken.Count));
            return Redirect(taken is [var only] ? $"/admin/media/{only.Id.ToString(CultureInfo.InvariantCulture)}" : "/admin/media");
        }
        await OnGetAsync(cancel);
        return AskAgain();
    }

    public string OlderPage(int before) => "/admin/media" + QueryString.Create(new Dictionary<string, string?>
    {
        ["q"] = Search,
        ["untold"] = OnlyUntold ? "true" : null,
        ["before"] = before.ToString(CultureInfo.InvariantCulture),
    }.Where(one => !string.IsNullOrEmpty(one.Value)));

    private async Task<Picture?> TakeAsync(IFormFile file, CancellationToken cancel)
    {
        await using var stream = file.OpenReadStream();
        switch (await intake.TakeAsync(stream, file.FileName, Member.Id, cancel))
        {
            case IntakeOutcome.Taken taken:
                db.Add(new LogEntry(Member, "picture.taken", taken.Picture.FileName, Frame.Now, taken.Picture.Id));
                return taken.Picture;
            case IntakeOutcome.AlreadyThere there:
                return there.Picture;
            case IntakeOutcome.Refused refused:
                Faults.Add((file.FileName, Words.Fault(refused.Fault)));
                return null;
            case var unknown:
                throw new InvalidOperationException($"Taken in as {unknown}.");
        }
    }

    private static object ForScript(Picture picture) => new
    {
        id = picture.Id,
        key = picture.Key,
        image = Address.Rendition(picture.Key, picture.Widths[0], "jpg"),
        text = picture.AlternativeText,
        caption = picture.Caption,
        credit = picture.Credit,
    };
}
