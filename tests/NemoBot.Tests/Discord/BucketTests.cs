using NemoBot.Discord.Rest;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.Discord;

/// <summary>The bookkeeping of one rate limit.</summary>
public sealed class BucketTests
{
    [Fact]
    public void A_route_without_a_limit_stays_open_when_a_request_is_not_answered()
    {
        var bucket = new Bucket(new ManualTimeProvider());
        Enter(bucket);
        bucket.Leave(RateLimitHeaders.None, refused: false);
        Enter(bucket);
        Enter(bucket);
        Enter(bucket);
        bucket.Leave(RateLimitHeaders.None, refused: false);
        bucket.Leave(null, refused: false);
        Enter(bucket);
    }

    [Fact]
    public void A_request_that_was_not_answered_gives_its_place_back_and_no_more()
    {
        var bucket = new Bucket(new ManualTimeProvider());
        Enter(bucket);
        bucket.Leave(null, refused: false);
        Enter(bucket);
        Assert.False(bucket.TryEnter(out _, out _));
    }

    private static void Enter(Bucket bucket) => Assert.True(bucket.TryEnter(out _, out _));
}
