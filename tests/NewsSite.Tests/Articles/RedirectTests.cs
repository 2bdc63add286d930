using System.Net;
using System.Text;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Articles;

public sealed class RedirectTests : IAsyncLifetime
{
    private TestSite site = null!;

    public async ValueTask InitializeAsync() => site = await TestSite.WithDemoAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static readonly Func<string, string>[] Spellings =
    [
        path => path, path => path.ToUpperInvariant(), path => path.Normalize(NormalizationForm.FormD), path => path.Replace("أ", "ا", StringComparison.Ordinal),
        path => path.Replace("ة", "ه", StringComparison.Ordinal), path => path.Replace("ي", "ى", StringComparison.Ordinal), path => path.Replace("ال", "الـ", StringComparison.Ordinal),
        path => path.Replace("م", "مُ", StringComparison.Ordinal), path => path.Replace("-", "--", StringComparison.Ordinal), path => "/other" + path[path.LastIndexOf('/')..],
    ];

    private static readonly Func<string, string>[] Forms =
    [
        path => path, path => path + "/", path => path + "?utm_source=x&fbclid=y", path => path.StartsWith("/en/", StringComparison.OrdinalIgnoreCase) || path.StartsWith("/fr/", StringComparison.OrdinalIgnoreCase) ? path : "/fr" + path, path => path[..(path.LastIndexOf('/') + 1)] + Number(path),
        path => "/" + Number(path), path => "/?p=" + Number(path), path => path.Replace("%", "%25", StringComparison.Ordinal),
    ];

    private static string Number(string path) => path[(path.LastIndexOf('-') + 1)..];

    [Fact]
    public async Task Mutated_addresses_of_real_stories_take_one_hop_to_one_page_and_never_a_loop()
    {
        var addresses = await site.InStoreAsync(async db => (await db.Articles.Live(TestSite.Start).AsCards().ToListAsync()).Select(Address.Of).ToList());

        await Gen.Select(Gen.Int[0, addresses.Count - 1], Gen.Int[0, Spellings.Length - 1].Array[2], Gen.Int[0, Forms.Length - 1]).SampleAsync(async one =>
        {
            var (address, spellings, form) = one;
            var canonical = addresses[address];
            var asked = new Uri(site.Address, Forms[form](spellings.Aggregate(Uri.UnescapeDataString(canonical), (path, spelling) => Spellings[spelling](path)))).PathAndQuery;

            using var answer = await site.GetAsync(asked);
            if (answer.StatusCode == HttpStatusCode.MovedPermanently)
            {
                var to = answer.Headers.Location!.OriginalString;
                Assert.True(to.Split('?')[0] == canonical, $"{asked} → {to}, not {canonical}");
                using var there = await site.GetAsync(to);
                Assert.Equal(HttpStatusCode.OK, there.StatusCode);
                return;
            }
            Assert.True(answer.StatusCode == HttpStatusCode.OK && Uri.UnescapeDataString(asked.Split('?')[0]) == Uri.UnescapeDataString(canonical), $"{asked}: {answer.StatusCode}");
        }, iter: 10_000, threads: 8);
    }

    [Theory]
    [InlineData("/tag/الـمُدن", "/tag/المدن")]
    [InlineData("/tag/المدن/", "/tag/المدن")]
    [InlineData("/TAG/المدن", "/tag/المدن")]
    [InlineData("/author/نور-السبكى", "/author/نور-السبكي")]
    [InlineData("/author/ليلي-حدّاد", "/author/ليلى-حداد")]
    [InlineData("/Politics", "/politics")]
    [InlineData("/politics/", "/politics")]
    [InlineData("/RULES/", "/rules")]
    [InlineData("/en/", "/en")]
    [InlineData("/About", "/about")]
    public async Task Spelling_variants_of_lists_and_pages_are_one_redirect(string asked, string canonical)
    {
        using var answer = await site.GetAsync(new Uri(site.Address, asked).PathAndQuery);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(canonical, Uri.UnescapeDataString(answer.Headers.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(answer.Headers.Location!.OriginalString)).StatusCode);
    }

    private static readonly string[] NewNames = ["مدن وقرى", "مدن وأرياف"];

    [Fact]
    public async Task Renaming_a_section_a_tag_or_an_author_leads_the_old_address_to_the_new_one_in_one_hop_even_twice()
    {
        foreach (var (n, name) in NewNames.Select((name, n) => (n, name)))
        {
            await site.InStoreAsync(async db =>
            {
                var at = TestSite.Start.AddMinutes(n);
                await Redirects.WriteAsync(db, (await db.Tags.FirstAsync(t => t.Slug == "المدن" || t.Slug == "مدن-وقرى")).Rename(name, at)!, CancellationToken.None);
                await Redirects.WriteAsync(db, (await db.Sections.FirstAsync(s => s.Language == "ar" && (s.Slug == "politics" || s.Slug == "politics0"))).Rename("سياسة", $"politics{n}", at)!, CancellationToken.None);
                foreach (var redirect in (await db.Authors.FirstAsync(a => a.Slug.StartsWith("نور"))).Rename($"نور {name}", at))
                {
                    await Redirects.WriteAsync(db, redirect, CancellationToken.None);
                }
                await db.SaveChangesAsync();
            });
        }

        foreach (var (old, now) in new[] { ("/tag/المدن", "/tag/مدن-وأرياف"), ("/tag/مدن-وقرى", "/tag/مدن-وأرياف"), ("/politics", "/politics1"), ("/politics0", "/politics1"), ("/author/نور-السبكي", "/author/نور-مدن-وأرياف"), ("/en/author/نور-السبكي", "/en/author/نور-مدن-وأرياف") })
        {
            using var answer = await site.GetAsync(new Uri(site.Address, old).PathAndQuery);
            Assert.Equal((old, HttpStatusCode.MovedPermanently), (old, answer.StatusCode));
            Assert.Equal(now, Uri.UnescapeDataString(answer.Headers.Location!.OriginalString));
            Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(answer.Headers.Location!.OriginalString)).StatusCode);
        }
    }

    [Fact]
    public async Task Thousands_of_redirects_are_imported_from_a_spreadsheet_and_faults_are_named()
    {
        var csv = new StringBuilder("old,new\n");
        for (var n = 0; n < 3_000; n++)
        {
            csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"/{Uri.EscapeDataString("قديم")}/{n}/,/politics\n");
        }
        csv.Append("https://old.example/a%20b?x=1,\"/tag/المدن\"\n/chain-1,/chain-2\n/chain-2,/rules\n/self,/self\n/ring-1,/ring-2\n/ring-2,/ring-1\nnot-a-path,/x\n/script,javascript:alert(1)\n");

        var result = await site.InStoreAsync(db => RedirectImport.RunAsync(db, new StringReader(csv.ToString()), TestSite.Start, CancellationToken.None));

        Assert.Equal(3_003, result.Written);
        Assert.Equal([new(3005, RedirectFault.LeadsToItself), new(3008, RedirectFault.NotAnOldAddress), new(3009, RedirectFault.NotATarget)], result.Faults);
        foreach (var (old, now) in new[] { ("/قديم/2999", "/politics"), ("/a b", "/tag/المدن"), ("/chain-1", "/rules"), ("/chain-2", "/rules") })
        {
            using var answer = await site.GetAsync(new Uri(site.Address, old).PathAndQuery);
            Assert.Equal((old, HttpStatusCode.MovedPermanently), (old, answer.StatusCode));
            Assert.Equal(now, Uri.UnescapeDataString(answer.Headers.Location!.OriginalString));
        }
    }

    [Fact]
    public async Task Hits_of_redirects_and_addresses_that_readers_missed_are_counted()
    {
        await site.InStoreAsync(db =>
        {
            db.Add(new Redirect("/gone", "/rules", TestSite.Start));
            return db.SaveChangesAsync();
        });
        foreach (var path in new[] { "/gone", "/gone", "/nothing-here", "/Nothing-Here/", "/politics" })
        {
            await site.GetAsync(path);
        }

        await ((AddressCounts)site.Services.GetService(typeof(AddressCounts))!).WriteAsync(CancellationToken.None);

        Assert.Equal(2, await site.InStoreAsync(db => db.Redirects.Where(r => r.Path == "/gone").Select(r => r.Hits).SingleAsync()));
        Assert.Equal([("/nothing-here", 2)], await site.InStoreAsync(async db => (await db.MissedAddresses.ToListAsync()).Select(m => (m.Path, m.Hits))));
    }

    [Fact]
    public void The_first_parts_of_the_sites_own_addresses_are_reserved()
    {
        var endpoints = (IEnumerable<Microsoft.AspNetCore.Routing.EndpointDataSource>)site.Services.GetService(typeof(IEnumerable<Microsoft.AspNetCore.Routing.EndpointDataSource>))!;
        var firsts = endpoints.SelectMany(source => source.Endpoints).OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.PathSegments).Where(segments => segments.Count > 0).Select(segments => segments[0])
            .Where(segment => segment.IsSimple && segment.Parts[0] is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart)
            .Select(segment => ((Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart)segment.Parts[0]).Content.ToLowerInvariant())
            .Where(first => !first.Contains('.', StringComparison.Ordinal)).Distinct();

        Assert.Empty(firsts.Except(Section.ReservedSlugs));
        Assert.Throws<ArgumentException>(() => new Section("ar", "Archive", "أرشيف", "", 0));
    }
}
