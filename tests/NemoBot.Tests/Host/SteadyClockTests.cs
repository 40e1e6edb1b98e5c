using NemoBot.Hosting;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.Host;

/// <summary>Somebody corrects the machine's clock while the bot runs.</summary>
public sealed class SteadyClockTests
{
    private readonly ManualTimeProvider _system = new();

    [Fact]
    public void A_clock_that_is_set_back_goes_on_and_is_caught_up_with()
    {
        var clock = new SteadyClock(_system);
        var before = clock.GetUtcNow();
        _system.Jump = TimeSpan.FromHours(-1);
        Assert.Equal(before, clock.GetUtcNow());
        _system.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(before + TimeSpan.FromMinutes(9), clock.GetUtcNow());
        _system.Advance(TimeSpan.FromHours(10));
        Assert.Equal(_system.GetUtcNow(), clock.GetUtcNow());
    }

    [Fact]
    public void A_clock_that_is_set_forward_is_followed_at_once()
    {
        var clock = new SteadyClock(_system);
        _system.Jump = TimeSpan.FromHours(1);
        Assert.Equal(_system.GetUtcNow(), clock.GetUtcNow());
    }

    [Fact]
    public void Without_a_jump_it_is_the_system_s()
    {
        var clock = new SteadyClock(_system);
        for (var i = 0; i < 100; i++)
        {
            _system.Advance(TimeSpan.FromMilliseconds(7));
            Assert.Equal(_system.GetUtcNow(), clock.GetUtcNow());
        }
    }
}
