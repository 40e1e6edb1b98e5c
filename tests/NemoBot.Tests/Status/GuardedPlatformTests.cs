using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.Status;

/// <summary>A process that has lost a conversation shows nothing in it any more.</summary>
public sealed class GuardedPlatformTests
{
    private static readonly MessageRef Target = new(new ConversationKey("fake", "1"), "7");

    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task An_answer_from_before_a_freeze_is_asked_for_again()
    {
        var guard = new Guard(_clock, TimeSpan.FromSeconds(20));
        var platform = new GuardedPlatform(new ScriptedPlatform(), new LaneCheck(guard, _clock));
        await Assert.ThrowsAsync<LaneLostException>(() => platform.EditAsync(Target, new OutboundMessage { Text = "half" }, CancellationToken.None));
        Assert.Equal(2, guard.Asked);
    }

    /// <summary>Answers as it was before the process froze, then as it is.</summary>
    private sealed class Guard(ManualTimeProvider clock, TimeSpan freeze) : ILaneGuard
    {
        public int Asked { get; private set; }

        public bool IsAlone => false;

        public Task<bool> IsTakenAsync(ConversationKey conversation, CancellationToken cancellationToken)
        {
            Asked++;
            clock.Advance(Asked == 1 ? freeze : TimeSpan.Zero);
            return Task.FromResult(Asked > 1);
        }
    }
}
