using NewsSite.Text;

namespace NewsSite.Tests.Text;

public sealed class RelativeTimeTests
{
    private static readonly DateTimeOffset Then = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("00:00:59", TimeUnit.Moment, 0)]
    [InlineData("00:01:00", TimeUnit.Minute, 1)]
    [InlineData("00:59:59", TimeUnit.Minute, 59)]
    [InlineData("01:00:00", TimeUnit.Hour, 1)]
    [InlineData("23:59:59", TimeUnit.Hour, 23)]
    [InlineData("1.00:00:00", TimeUnit.Day, 1)]
    [InlineData("6.23:59:59", TimeUnit.Day, 6)]
    [InlineData("7.00:00:00", TimeUnit.Week, 1)]
    [InlineData("8.00:00:00", TimeUnit.Week, 1)]
    [InlineData("14.00:00:00", TimeUnit.Week, 2)]
    [InlineData("27.00:00:00", TimeUnit.Week, 3)]
    [InlineData("28.00:00:00", TimeUnit.Month, 1)]
    [InlineData("364.00:00:00", TimeUnit.Month, 11)]
    [InlineData("365.00:00:00", TimeUnit.Year, 1)]
    [InlineData("36525.00:00:00", TimeUnit.Year, 100)]
    public void The_largest_whole_unit_is_told(string age, TimeUnit unit, int count)
    {
        var time = RelativeTime.Since(Then, Then + TimeSpan.Parse(age, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal((unit, count), (time.Unit, time.Count));
    }

    [Fact]
    public void What_lies_ahead_by_a_clock_that_differs_is_just_now() => Assert.Equal(TimeUnit.Moment, RelativeTime.Since(Then, Then.AddSeconds(-5)).Unit);

    [Fact]
    public void The_words_change_exactly_when_it_says_so()
    {
        for (var now = Then; now < Then.AddYears(3);)
        {
            var time = RelativeTime.Since(Then, now);
            Assert.True(time.ChangesAt > now);
            var last = RelativeTime.Since(Then, time.ChangesAt.AddTicks(-1));
            var next = RelativeTime.Since(Then, time.ChangesAt);
            Assert.Equal((time.Unit, time.Count), (last.Unit, last.Count));
            Assert.NotEqual((time.Unit, time.Count), (next.Unit, next.Count));
            now = time.ChangesAt;
        }
    }
}
