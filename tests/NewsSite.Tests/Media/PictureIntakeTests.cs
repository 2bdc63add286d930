using System.Text;
using NetVips;
using NewsSite.Media;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Media;

public sealed class PictureIntakeTests
{
    [Fact]
    public async Task A_telephones_picture_stands_upright_and_tells_nothing_of_where_it_was_taken()
    {
        await using var desk = await TestDesk.EmptyAsync();
        var sent = Pictures.FromTelephone();
        Assert.Contains("Telephone", Encoding.Latin1.GetString(sent), StringComparison.Ordinal);

        var picture = await desk.TakenAsync(sent);

        var file = desk.Media.FileOf(picture.MasterName);
        using var master = Image.NewFromFile(file);
        Assert.Equal((60, 80, 60, 80), (master.Width, master.Height, picture.Width, picture.Height));
        Assert.DoesNotContain(master.GetFields(), field => field.StartsWith("exif", StringComparison.Ordinal) || field is "orientation" or "icc-profile-data" or "xmp-data");
        Assert.DoesNotContain("Telephone", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), StringComparison.Ordinal);
        var (_, x, y) = Pictures.Red(file);
        Assert.True(x > .6 && y < .4, $"The dot is at {x}, {y}.");
    }

    [Fact]
    public async Task What_shines_through_still_does()
    {
        await using var desk = await TestDesk.EmptyAsync();

        var picture = await desk.TakenAsync(Pictures.TransparentPng(), "logo.png");

        using var master = Image.NewFromFile(desk.Media.FileOf(picture.MasterName));
        Assert.Equal(("png", true), (picture.MasterFormat, master.HasAlpha()));
    }

    public static TheoryData<PictureFault, string, byte[]> Refusals { get; } = new()
    {
        { PictureFault.Empty, "nothing.jpg", [] },
        { PictureFault.Drawing, "drawing.svg", Encoding.UTF8.GetBytes("""<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>""") },
        { PictureFault.Drawing, "drawing.png", Encoding.UTF8.GetBytes("""<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>""") },
        { PictureFault.NotAPicture, "page.jpg", Encoding.UTF8.GetBytes("<!doctype html><script>alert(1)</script>") },
        { PictureFault.NotAPicture, "paper.jpg", Encoding.UTF8.GetBytes("%PDF-1.7\n1 0 obj") },
        { PictureFault.NotAPicture, "scan.tif", [0x49, 0x49, 0x2A, 0x00, 0x08, 0, 0, 0] },
        { PictureFault.Heic, "IMG_0001.HEIC", [0, 0, 0, 0x18, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8] },
        { PictureFault.TooManyFrames, "moving.gif", Pictures.Gif(frames: 3) },
        { PictureFault.TooManyPixels, "bomb.png", Pictures.PngBomb(15_000, 15_000) },
        { PictureFault.TooManyPixels, "thread.png", Pictures.PngBomb(40_000, 10) },
        { PictureFault.Broken, "half.jpg", Pictures.Jpeg(400, 300)[..1500] },
        { PictureFault.Broken, "lie.jpg", [0xFF, 0xD8, 0xFF, .. "not at all"u8] },
        { PictureFault.Broken, "hollow.png", Pictures.PngBomb(1_000, 1_000) },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_is_no_fit_picture_is_refused_with_its_reason_and_leaves_nothing_behind(PictureFault fault, string name, byte[] bytes)
    {
        await using var desk = await TestDesk.EmptyAsync();

        var outcome = await desk.TakeAsync(bytes, name);

        Assert.Equal(new IntakeOutcome.Refused(fault), outcome);
        Assert.Empty(desk.Files);
        Assert.Equal(0, await desk.InStoreAsync(db => Task.FromResult(db.Pictures.Count())));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")]
    [InlineData("1,2,3\n4,5,6\n")]
    public void Readers_of_formats_that_we_do_not_take_are_shut_even_behind_the_first_look(string text)
    {
        Assert.NotEmpty(Pictures.Jpeg());
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        File.WriteAllText(file, text);

        Assert.Throws<VipsException>(() => Image.NewFromFile(file));

        File.Delete(file);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_before_its_end_has_come()
    {
        await using var desk = await TestDesk.EmptyAsync();
        var endless = new Endless();

        var outcome = await desk.WithAsync<PictureIntake, IntakeOutcome>(intake => intake.TakeAsync(endless, "large.jpg", null, CancellationToken.None));

        Assert.Equal(new IntakeOutcome.Refused(PictureFault.TooLarge), outcome);
        Assert.InRange(endless.Sent, PictureIntake.MaxBytes, PictureIntake.MaxBytes + (1 << 20));
        Assert.Empty(desk.Files);
    }

    [Fact]
    public async Task A_sender_who_breaks_off_leaves_nothing_behind()
    {
        await using var desk = await TestDesk.EmptyAsync();
        var broken = new Endless { BreaksAt = 1 << 20 };

        await Assert.ThrowsAsync<IOException>(() => desk.WithAsync<PictureIntake, IntakeOutcome>(intake => intake.TakeAsync(broken, "large.jpg", null, CancellationToken.None)));

        Assert.Empty(desk.Files);
    }

    [Fact]
    public async Task A_picture_that_is_a_page_as_well_is_only_a_picture_afterwards()
    {
        await using var desk = await TestDesk.EmptyAsync();
        byte[] both = [.. Pictures.Jpeg(), .. "<html><script>alert('here')</script></html>"u8];

        var picture = await desk.TakenAsync(both, "both.html");

        Assert.EndsWith(".jpg", picture.MasterName, StringComparison.Ordinal);
        Assert.DoesNotContain("script", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(desk.Media.FileOf(picture.MasterName))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_extension_harms_nothing_and_a_path_in_the_name_leads_nowhere()
    {
        await using var desk = await TestDesk.EmptyAsync();

        var picture = await desk.TakenAsync(Pictures.Png(), "../../etc/صورة‮gnp.exe");

        Assert.Equal("صورةgnp.exe", picture.FileName);
        Assert.Equal([$"{picture.Key}.png"], desk.Files);
    }

    [Fact]
    public async Task A_still_GIF_a_WebP_and_an_AVIF_are_taken()
    {
        await using var desk = await TestDesk.EmptyAsync();
        using var image = Pictures.Dotted();

        var gif = await desk.TakenAsync(Pictures.Gif(frames: 1));
        var webp = await desk.TakenAsync(image.WebpsaveBuffer());
        var avif = await desk.TakenAsync(image.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0));

        Assert.Equal(("png", "jpg", "jpg"), (gif.MasterFormat, webp.MasterFormat, avif.MasterFormat));
    }

    [Fact]
    public async Task The_same_bytes_again_give_the_picture_that_is_there()
    {
        await using var desk = await TestDesk.EmptyAsync();
        var first = await desk.TakenAsync(Pictures.Jpeg(), "first.jpg");

        var outcome = await desk.TakeAsync(Pictures.Jpeg(), "second.jpg");

        Assert.Equal(first.Id, Assert.IsType<IntakeOutcome.AlreadyThere>(outcome).Picture.Id);
        Assert.Single(desk.Files);
    }

    [Fact]
    public async Task Two_who_send_the_same_at_once_get_one_picture()
    {
        await using var desk = await TestDesk.EmptyAsync();
        await using var other = desk.Another();
        using var together = new Barrier(2);

        // Each has looked for the other's row before either has written its own.
        var outcomes = await Task.WhenAll(new[] { desk, other }.Select(one => Task.Run(() => one.WithAsync<PictureIntake, IntakeOutcome>(
            intake => intake.TakeAsync(new Meeting(Pictures.Jpeg(600, 400), together), "same.jpg", null, CancellationToken.None)))));

        Assert.Equal(1, outcomes.Count(outcome => outcome is IntakeOutcome.Taken));
        var same = Assert.Single(outcomes.OfType<IntakeOutcome.AlreadyThere>()).Picture;
        Assert.Equal([same.MasterName], desk.Files);
    }

    [Fact]
    public async Task A_full_disk_is_said_and_leaves_nothing_behind()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"newssite-full-{Guid.NewGuid():N}");
        await using var disk = SmallDisk.TryMount(folder);
        Assert.SkipWhen(disk is null, "Only root on Linux can mount a disk that is too small; the full disk was not tried.");
        await using var desk = await TestDesk.EmptyAsync(folder);

        Assert.Equal(new IntakeOutcome.Refused(PictureFault.DiskFull), await desk.TakeAsync(Pictures.Large()));

        Assert.Empty(desk.Files);
        await desk.TakenAsync(Pictures.Jpeg());
    }

    private sealed class Endless : MemoryStream
    {
        public long Sent { get; private set; }
        public long BreaksAt { get; init; } = long.MaxValue;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Sent += buffer.Length;
            return Sent > BreaksAt ? throw new IOException("The sender has gone.") : new(buffer.Length);
        }
    }

    // Its last byte comes when the other's does.
    private sealed class Meeting(byte[] bytes, Barrier together) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position == Length)
            {
                together.SignalAndWait(cancellationToken);
            }
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
