using NemoBot.Media.Processes;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.Media;

public sealed class StallWatchTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
    private readonly ManualTimeProvider _clock = new();
    private TimeSpan _computed;
    private bool _ended;

    [Fact]
    public void One_that_does_nothing_while_someone_waits_is_ended()
    {
        using var watch = Start();
        using var waiting = watch.Wait();
        Assert.False(PassesQuarters(3));
        Assert.True(PassesQuarters(1));
        Assert.True(watch.HasStalled);
    }

    [Fact]
    public void One_that_computes_is_left_alone()
    {
        using var watch = Start();
        using var waiting = watch.Wait();
        for (var i = 0; i < 20; i++)
        {
            _computed += TimeSpan.FromMilliseconds(10);
            Assert.False(PassesQuarters(1));
        }
    }

    [Fact]
    public void One_that_passes_something_on_is_left_alone()
    {
        using var watch = Start();
        using var waiting = watch.Wait();
        for (var i = 0; i < 20; i++)
        {
            watch.Wait().Dispose();
            Assert.False(PassesQuarters(1));
        }
    }

    [Fact]
    public void One_that_waits_for_its_reader_is_left_alone()
    {
        using var watch = Start();
        Assert.False(PassesQuarters(20));
    }

    private StallWatch Start() => new(Limit, () => _computed, () => _ended = true, _clock);

    private bool PassesQuarters(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _clock.Advance(Limit / 4);
        }

        return _ended;
    }
}
