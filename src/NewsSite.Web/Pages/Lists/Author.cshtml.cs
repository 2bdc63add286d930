using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Caching;
using NewsSite.Data;
using NewsSite.Text;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Lists;

public sealed class AuthorModel(NewsDb db, PageFrame frame, PageNotes notes) : ListPage(db, frame, notes)
{
    public string Name { get; private set; } = "";
    public string Role { get; private set; } = "";
    public string LifeHtml { get; private set; } = "";
    public string? PortraitKey { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var key = Text.Slug.KeyOf(slug);
        var author = await Db.Authors.Where(a => a.Key == key)
            .Select(a => new { a.Id, a.Name, a.Slug, a.Role, a.Life, a.Elsewhere, Portrait = a.Portrait!.CropKey ?? a.Portrait.Key }).FirstOrDefaultAsync(cancel);
        if (author is null)
        {
            return NotFound();
        }
        var words = author.Elsewhere.GetValueOrDefault(Frame.Language) ?? new AuthorWords(author.Name, author.Role);
        (Name, Role, PortraitKey) = (words.Name, words.Role, author.Portrait);
        // A life is written in the main language; the other editions do with name and role.
        LifeHtml = Frame.Language == Languages.Main ? ArticleBody.Render(author.Life, Frame.Language).Html : "";
        Feed = Address.Author(Frame.Language, author.Slug);
        Frame.IsInEveryEdition(language => Address.Author(language, author.Slug));
        Notes.DependsOn(PageTags.Author(author.Id));
        return await ShowAsync(Feed, [Db.By(author.Id, Frame.Language, AsOf)], cancel);
    }
}
