using NemoBot.Core.Platforms;
using Xunit;

namespace NemoBot.Tests.Polling;

/// <summary>Waits between attempts grow to a limit and not beyond it.</summary>
public sealed class BackoffTests
{
    [Theory]
    [InlineData(0, 2, 60, 0)]
    [InlineData(1, 2, 60, 2)]
    [InlineData(2, 2, 60, 4)]
    [InlineData(3, 2, 60, 8)]
    [InlineData(5, 2, 60, 32)]
    [InlineData(6, 2, 60, 60)]
    [InlineData(int.MaxValue, 2, 60, 60)]
    [InlineData(1, 90, 60, 60)]
    [InlineData(0, 2, 0, 0)]
    public void Each_failure_in_a_row_doubles_the_wait(int failures, int first, int longest, int expected) =>
        Assert.Equal(Seconds(expected), Backoff.After(failures, Seconds(first), Seconds(longest)));

    [Theory]
    [InlineData(1, 60, 2)]
    [InlineData(29, 60, 58)]
    [InlineData(30, 60, 60)]
    [InlineData(31, 60, 60)]
    [InlineData(90, 60, 60)]
    public void The_next_wait_is_twice_as_long_up_to_the_longest(int wait, int longest, int expected) =>
        Assert.Equal(Seconds(expected), Backoff.Next(Seconds(wait), Seconds(longest)));

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(5, 5)]
    [InlineData(86_399, 86_399)]
    [InlineData(86_401, 86_400)]
    [InlineData(31_536_000, 86_400)]
    public void A_wait_that_a_service_asks_for_is_at_most_a_day(int asked, int expected) =>
        Assert.Equal(Seconds(expected), Backoff.Bound(Seconds(asked)));

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
