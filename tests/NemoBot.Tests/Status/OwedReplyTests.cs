using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Tests.Support;
using NSubstitute;
using Xunit;

namespace NemoBot.Tests.Status;

/// <summary>A reply that was stored late, because the store had failed, is deleted only if its message was shown meanwhile.</summary>
public sealed class OwedReplyTests
{
    private static readonly PendingReply Reply = new()
    {
        Id = 7,
        Conversation = new ConversationKey("fake", "1"),
        TurnId = 1,
        Text = "Done.",
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    private readonly IBotStore _store = Substitute.For<IBotStore>();
    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task What_was_not_shown_stays_in_the_store(bool isShown, int deletions)
    {
        var finalizer = new StatusFinalizer(_store, null!, Options.Create(new ClaimOptions()), _clock, NullLogger<StatusFinalizer>.Instance);
        var shown = new TaskCompletionSource<bool>();
        var stored = 0;
        var retry = new OwedEnds(finalizer, _clock, NullLogger<OwedEnds>.Instance).RetryAsync(
            1, () => ++stored == 1 ? throw new StoreException(StoreProblem.Unavailable, "away") : Task.FromResult<PendingReply?>(Reply), shown.Task);
        await _clock.AdvanceUntilAsync(() => retry.IsCompleted, TimeSpan.FromSeconds(1));
        Assert.Equal(2, stored);
        Assert.True(finalizer.IsShowing(Reply.Id));
        shown.SetResult(isShown);
        await _clock.AdvanceUntilAsync(() => !finalizer.IsShowing(Reply.Id), TimeSpan.FromSeconds(1));
        await _store.Received(deletions).DeletePendingReplyAsync(Reply.Id, Arg.Any<CancellationToken>());
    }
}
