using NemoBot.Core.Budgets;
using Xunit;

namespace NemoBot.Tests.Status;

public sealed class UsageWindowTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void What_was_used_leaves_the_window_after_its_length()
    {
        var text = Use(Use(null, 0, 3), 30, 4);

        Assert.Equal(7, At(text, 59).Used);
        Assert.Equal(4, At(text, 60).Used);
        Assert.Equal(0, At(text, 90).Used);
    }

    [Fact]
    public void An_amount_fits_up_to_the_limit_and_a_wait_is_as_long_as_it_takes()
    {
        var window = At(Use(Use(null, 0, 3), 30, 4), 40);

        Assert.Equal((true, false), (window.Allows(3, 10), window.Allows(4, 10)));
        Assert.Equal((true, false), (window.Allows(0, 8), window.Allows(0, 7)));
        Assert.Equal(TimeSpan.FromMinutes(20), window.RetryAfter(4, 10));
        Assert.Equal(TimeSpan.FromMinutes(50), window.RetryAfter(7, 10));
        Assert.Equal(Hour, window.RetryAfter(11, 10));
    }

    [Fact]
    public void Uses_close_to_each_other_share_an_entry_that_stays_until_its_last_one_leaves()
    {
        var close = Use(Use(null, 0, 1), 0.9, 2);
        var apart = Use(Use(null, 0, 1), 1, 2);

        Assert.Equal((1, 2), (close.Split(';').Length, apart.Split(';').Length));
        Assert.Equal((3, 2), (At(close, 60.5).Used, At(apart, 60.5).Used));
        Assert.Equal("", Use(null, 0, 0));
    }

    [Fact]
    public void A_clock_that_was_set_back_keeps_nothing_longer()
    {
        var window = At(Use(null, 30, 5), 0);

        Assert.Equal(5, window.Used);
        Assert.Equal(Hour, window.RetryAfter(5, 5));
    }

    private static UsageWindow At(string? text, double minutes) => UsageWindow.Parse(text, Noon.AddMinutes(minutes), Hour);

    private static string Use(string? text, double minutes, long amount)
    {
        var window = At(text, minutes);
        window.Add(amount);
        return window.ToString();
    }
}
