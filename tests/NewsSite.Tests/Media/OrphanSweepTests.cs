using NewsSite.Media;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Media;

public sealed class OrphanSweepTests
{
    [Fact]
    public async Task Files_that_belong_to_nothing_are_swept_once_they_are_a_day_old_and_nothing_else_is()
    {
        await using var desk = await TestDesk.EmptyAsync();
        var taken = await desk.TakenAsync(Pictures.Jpeg());
        await desk.MakeNextAsync();
        var kept = desk.Files;
        Put(desk, TimeSpan.FromHours(25), "2abcdefghjkm.jpg", "2abcdefghjkm-320.avif", "2abcdefghjkm-f1-card.jpg", ".half.tmp", $"{taken.Key}-f7-192.webp");
        Put(desk, TimeSpan.FromHours(23), "3abcdefghjkm.jpg", ".young.tmp");
        Put(desk, TimeSpan.FromDays(400), "clip.mp4", "clip-poster.jpg", "clip.vtt", "nato-map-320.avif", "thunderstorm.jpg");
        kept.ToList().ForEach(name => Age(desk, name, TimeSpan.FromDays(400)));

        var report = await SweepAsync(desk);

        Assert.Equal((5, 0), (report.Removed, report.Missing.Count));
        Assert.Equal(kept.Concat(["3abcdefghjkm.jpg", ".young.tmp", "clip.mp4", "clip-poster.jpg", "clip.vtt", "nato-map-320.avif", "thunderstorm.jpg"]).Order(StringComparer.Ordinal), desk.Files);
    }

    [Fact]
    public async Task Files_that_a_row_names_and_the_disk_lacks_are_told()
    {
        await using var desk = await TestDesk.EmptyAsync();
        var (made, waiting) = (await desk.TakenAsync(Pictures.Jpeg(40, 30)), await desk.TakenAsync(Pictures.Jpeg(50, 30)));
        await desk.MakeNextAsync();
        desk.Media.Delete($"{made.Key}-40.webp");

        var report = await SweepAsync(desk);

        Assert.Equal([$"{made.Key}-40.webp"], report.Missing);
        Assert.Contains(waiting.MasterName, desk.Files);
    }

    private static void Put(TestDesk desk, TimeSpan age, params string[] names)
    {
        foreach (var name in names)
        {
            File.WriteAllText(desk.Media.FileOf(name), "");
            Age(desk, name, age);
        }
    }

    private static void Age(TestDesk desk, string name, TimeSpan age) => File.SetLastWriteTimeUtc(desk.Media.FileOf(name), (TestSite.Start - age).UtcDateTime);

    private static Task<SweepReport> SweepAsync(TestDesk desk) => desk.WithAsync<OrphanSweep, SweepReport>(sweep => sweep.RunAsync(CancellationToken.None));
}
