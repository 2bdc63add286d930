using NetVips;
using NewsSite.Media;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Media;

public sealed class RenditionTests
{
    [Fact]
    public async Task A_picture_is_made_in_every_width_that_it_can_fill_in_three_formats_and_in_the_layouts_shapes()
    {
        await using var desk = await TestDesk.EmptyAsync();
        var taken = await desk.TakenAsync(Pictures.Jpeg(700, 525));

        Assert.True(await desk.MakeNextAsync());

        var picture = await desk.PictureAsync(taken.Id);
        Assert.Equal((true, false, 0), (picture.Ready, picture.AwaitsRenditions, picture.Attempts));
        Assert.Equal([320, 700], picture.Widths);
        Assert.Equal(picture.FileNames.Order(StringComparer.Ordinal), desk.Files);
        foreach (var (name, width, height) in new[]
        {
            ("-320.avif", 320, 240), ("-700.webp", 700, 525), ("-f1-96.jpg", 96, 96), ("-f1-324.avif", 324, 324), ("-f1-card.jpg", 700, 368),
        })
        {
            using var file = Image.NewFromFile(desk.Media.FileOf(picture.Key + name));
            Assert.Equal((name, width, height), (name, file.Width, file.Height));
            Assert.DoesNotContain(file.GetFields(), field => field is "exif-data" or "xmp-data" or "icc-profile-data");
        }
        Assert.Empty(desk.Complaints.All);
        Assert.False(await desk.MakeNextAsync());
    }

    [Fact]
    public async Task A_picture_smaller_than_every_shape_is_never_made_larger()
    {
        await using var desk = await TestDesk.EmptyAsync();
        var taken = await desk.TakenAsync(Pictures.TransparentPng());

        await desk.MakeNextAsync();

        var sizes = desk.Files.Select(name =>
        {
            using var file = Image.NewFromFile(desk.Media.FileOf(name));
            return (file.Width, file.Height);
        });
        Assert.Equal([(60, 60), (80, 42), (80, 60)], sizes.Distinct().Order());
        var widths = (await desk.PictureAsync(taken.Id)).Widths;
        Assert.Equal([80], widths);
    }

    [Fact]
    public async Task A_card_is_as_other_sites_want_it_where_the_picture_is_large_enough()
    {
        await using var desk = await TestDesk.EmptyAsync();
        var picture = await desk.TakenAsync(Pictures.Jpeg(1300, 1000));

        await desk.MakeNextAsync();

        using var card = Image.NewFromFile(desk.Media.FileOf($"{picture.Key}-f1-card.jpg"));
        Assert.Equal((1200, 630), (card.Width, card.Height));
    }

    [Theory]
    [InlineData(.95, .9)]
    [InlineData(.05, .1)]
    public async Task Crops_show_what_the_focal_point_is_on_under_names_that_change_with_it(double x, double y)
    {
        await using var desk = await TestDesk.EmptyAsync();
        var taken = await desk.TakenAsync(Pictures.Jpeg(600, 350, x, y));
        await desk.MakeNextAsync();
        Assert.Equal(0, Pictures.Red(desk.Media.FileOf($"{taken.Key}-f1-192.jpg")).Share);

        await desk.ChangeAsync(taken, picture => picture.FocusOn(x, y));

        Assert.Equal($"{taken.Key}-f1", (await desk.PictureAsync(taken.Id)).CropKey);
        await desk.MakeNextAsync();
        Assert.Equal($"{taken.Key}-f2", (await desk.PictureAsync(taken.Id)).CropKey);
        foreach (var name in new[] { "-f2-192.jpg", "-f2-324.webp", "-f2-card.jpg" })
        {
            Assert.True(Pictures.Red(desk.Media.FileOf(taken.Key + name)).Share > .003, name);
        }
        // Those that pages may still name stay a while.
        Assert.Contains($"{taken.Key}-f1-192.jpg", desk.Files);
    }

    [Fact]
    public async Task What_a_killed_process_had_begun_is_finished_by_the_next()
    {
        await using var desk = await TestDesk.EmptyAsync();
        var taken = await desk.TakenAsync(Pictures.Jpeg());
        await File.WriteAllBytesAsync(desk.Media.FileOf($"{taken.Key}-80.avif"), Pictures.Jpeg()[..300]);
        await desk.ChangeAsync(taken, picture => picture.TryAgain());

        await using var again = desk.Another();
        Assert.True(await again.MakeNextAsync());

        Assert.True((await desk.PictureAsync(taken.Id)).Ready);
        using var file = Image.NewFromFile(desk.Media.FileOf($"{taken.Key}-80.avif"));
        Assert.Equal(80, file.Width);
    }

    [Fact]
    public async Task A_picture_that_one_process_makes_is_left_alone_by_the_others()
    {
        await using var desk = await TestDesk.EmptyAsync();
        var (first, second) = (await desk.TakenAsync(Pictures.Jpeg(40, 30)), await desk.TakenAsync(Pictures.Jpeg(50, 30)));
        await using var other = desk.Another();

        using (desk.Media.TryHold(first.Key))
        {
            Assert.True(await other.MakeNextAsync());
            Assert.False(await other.MakeNextAsync());
        }

        Assert.Equal((false, true), ((await desk.PictureAsync(first.Id)).Ready, (await desk.PictureAsync(second.Id)).Ready));
        Assert.True(await other.MakeNextAsync());
        Assert.True((await desk.PictureAsync(first.Id)).Ready);
    }

    [Fact]
    public async Task A_picture_that_cannot_be_made_is_given_up_and_holds_nobody_up()
    {
        await using var desk = await TestDesk.EmptyAsync();
        var (bad, good) = (await desk.TakenAsync(Pictures.Jpeg(40, 30)), await desk.TakenAsync(Pictures.Jpeg(50, 30)));
        await File.WriteAllTextAsync(desk.Media.FileOf(bad.MasterName), "lost");

        Assert.True(await desk.MakeNextAsync() && await desk.MakeNextAsync());
        Assert.True((await desk.PictureAsync(good.Id)).Ready);
        for (var attempt = 1; attempt < Picture.MostAttempts; attempt++)
        {
            Assert.True(await desk.MakeNextAsync());
        }

        Assert.False(await desk.MakeNextAsync());
        Assert.True((await desk.PictureAsync(bad.Id)).RenditionsFailed);
        Assert.Equal(Picture.MostAttempts, desk.Complaints.All.Count);
    }

    [Fact]
    public async Task A_full_disk_is_not_the_pictures_fault()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"newssite-full-{Guid.NewGuid():N}");
        await using var disk = SmallDisk.TryMount(folder);
        Assert.SkipWhen(disk is null, "Only root on Linux can mount a disk that is too small; the full disk was not tried.");
        await using var desk = await TestDesk.EmptyAsync(folder);
        var taken = await desk.TakenAsync(Pictures.Jpeg());
        var filler = desk.Media.FileOf("filler");
        Assert.Throws<IOException>(() => File.WriteAllBytes(filler, new byte[512 << 10]));

        await Assert.ThrowsAsync<IOException>(desk.MakeNextAsync);

        Assert.Equal(0, (await desk.PictureAsync(taken.Id)).Attempts);
        File.Delete(filler);
        Assert.True(await desk.MakeNextAsync());
        Assert.True((await desk.PictureAsync(taken.Id)).Ready);
    }
}
