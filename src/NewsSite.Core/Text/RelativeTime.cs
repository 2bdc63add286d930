namespace NewsSite.Text;

public enum TimeUnit { Moment, Minute, Hour, Day, Week, Month, Year }

/// <summary>How long ago, in the largest whole unit, and when the words for it change next.</summary>
public readonly record struct RelativeTime(TimeUnit Unit, int Count, DateTimeOffset ChangesAt)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1), Hour = TimeSpan.FromHours(1), Day = TimeSpan.FromDays(1);

    public static RelativeTime Since(DateTimeOffset then, DateTimeOffset now)
    {
        var age = now > then ? now - then : TimeSpan.Zero;
        if (age < Minute) { return new(TimeUnit.Moment, 0, then + Minute); }
        if (age < Hour) { return In(TimeUnit.Minute, Minute, then, age); }
        if (age < Day) { return In(TimeUnit.Hour, Hour, then, age); }
        if (age < 7 * Day) { return In(TimeUnit.Day, Day, then, age); }

        // Four weeks of February are a month already; thirty days elsewhere are still four weeks.
        var months = WholeMonths(then, now);
        return months switch
        {
            0 => Weeks(then, age),
            < 12 => new(TimeUnit.Month, months, then.AddMonths(months + 1)),
            _ => new(TimeUnit.Year, months / 12, then.AddMonths((months / 12 + 1) * 12)),
        };
    }

    private static RelativeTime In(TimeUnit unit, TimeSpan length, DateTimeOffset then, TimeSpan age)
    {
        var count = (int)(age / length);
        return new(unit, count, then + (count + 1) * length);
    }

    private static RelativeTime Weeks(DateTimeOffset then, TimeSpan age)
    {
        var weeks = In(TimeUnit.Week, 7 * Day, then, age);
        var month = then.AddMonths(1);
        return weeks.ChangesAt < month ? weeks : weeks with { ChangesAt = month };
    }

    private static int WholeMonths(DateTimeOffset then, DateTimeOffset now)
    {
        var months = (now.Year - then.Year) * 12 + now.Month - then.Month;
        return then.AddMonths(months) > now ? months - 1 : months;
    }
}
