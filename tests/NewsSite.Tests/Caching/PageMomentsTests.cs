using Microsoft.Extensions.Time.Testing;
using NewsSite.Caching;

namespace NewsSite.Tests.Caching;

public sealed class PageMomentsTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void A_tag_is_stale_for_what_began_before_its_eviction_and_fresh_for_what_begins_after()
    {
        var moments = new PageMoments(clock);
        var before = moments.Now;

        moments.Evict("article:1");

        Assert.True(moments.EvictedSince(before, ["article:1"]));
        Assert.False(moments.EvictedSince(moments.Now, ["article:1"]));
        Assert.False(moments.EvictedSince(before, ["article:2"]));
    }

    [Fact]
    public void In_a_storm_the_first_eviction_acts_at_once_and_the_rest_at_the_end_of_the_second()
    {
        var moments = new PageMoments(clock);
        moments.Evict("article:1", atOnce: false);
        var afterFirst = moments.Now;
        moments.Evict("article:1", atOnce: false);
        moments.Evict("article:1", atOnce: false);
        var meanwhile = moments.EvictedSince(afterFirst, ["article:1"]);

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.False(meanwhile);
        Assert.True(moments.EvictedSince(afterFirst, ["article:1"]));
        Assert.False(moments.EvictedSince(moments.Now, ["article:1"]));
    }

    [Fact]
    public void A_publication_never_waits_for_a_storm()
    {
        var moments = new PageMoments(clock);
        moments.Evict("article:1", atOnce: false);
        var now = moments.Now;

        moments.Evict("article:1");

        Assert.True(moments.EvictedSince(now, ["article:1"]));
    }

    [Fact]
    public void A_process_that_missed_evictions_trusts_nothing_that_it_kept()
    {
        var moments = new PageMoments(clock);
        var before = moments.Now;

        moments.EvictEverything();

        Assert.True(moments.EvictedSince(before, ["article:1"]));
        Assert.False(moments.EvictedSince(moments.Now, ["article:1"]));
    }

    [Fact]
    public void The_same_row_heard_twice_evicts_once()
    {
        var moments = new PageMoments(clock);
        var heard = new HeardEvictions(moments);
        var row = new Eviction("article:1", clock.GetUtcNow(), atOnce: true);
        heard.Hear(row);
        var between = moments.Now;

        heard.Hear(row);

        Assert.False(moments.EvictedSince(between, ["article:1"]));
    }

    [Fact]
    public void A_row_that_was_moved_is_heard_again()
    {
        var moments = new PageMoments(clock);
        var heard = new HeardEvictions(moments);
        heard.Hear(new Eviction("article:1", clock.GetUtcNow(), atOnce: true));
        var between = moments.Now;

        heard.Hear(new Eviction("article:1", clock.GetUtcNow().AddMilliseconds(1), atOnce: true));

        Assert.True(moments.EvictedSince(between, ["article:1"]));
    }
}
