using NemoBot.Cluster.Conversations;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.Cluster;

/// <summary>Work that fails again and again is continued at growing intervals.</summary>
public sealed class RetryPaceTests
{
    private static readonly OpenWork Reply = new(OpenWorkKind.Reply, "1", new ConversationKey("web", "room"));

    [Fact]
    public void Waits_double_up_to_ten_minutes_and_begin_anew_for_new_work()
    {
        var clock = new ManualTimeProvider();
        var pace = new RetryPace(clock);
        var tries = 0;
        for (var second = 0; second < 3600; second += 5)
        {
            tries += pace.TakeDue([Reply]).Count;
            clock.Advance(TimeSpan.FromSeconds(5));
        }

        // 0, 5, 15, 35, ... 635, then every ten minutes.
        Assert.InRange(tries, 11, 14);
        Assert.Empty(pace.TakeDue([]));
        Assert.Equal([Reply], pace.TakeDue([Reply]));
    }
}
