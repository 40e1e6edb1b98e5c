using NemoBot.Media.Processes;
using Xunit;

namespace NemoBot.Tests.Media;

public sealed class MediaTurnsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_so_much_runs_at_once_and_looking_into_a_file_never_waits_behind_a_conversion()
    {
        using var turns = new MediaConcurrencyLimiter(new MediaOptions { ShortAtOnce = 1, LongAtOnce = 1 });
        TaskCompletionSource<int> first = new(), look = new();
        var second = false;
        var converting = turns.LongAsync(() => first.Task, Stop);
        var waiting = turns.LongAsync(() => Task.FromResult(second = true), Stop);
        var looking = turns.ShortAsync(() => look.Task, Stop);
        look.SetResult(3);
        Assert.Equal(3, await looking);
        Assert.False(second);
        first.SetException(new InvalidOperationException("a failure gives its place back too"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => converting);
        Assert.True(await waiting);
    }

    [Fact]
    public async Task Whoever_does_not_want_to_wait_any_more_takes_no_place()
    {
        using var turns = new MediaConcurrencyLimiter(new MediaOptions { ShortAtOnce = 1 });
        var first = new TaskCompletionSource<int>();
        var looking = turns.ShortAsync(() => first.Task, Stop);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var waiting = turns.ShortAsync(() => Task.FromResult(2), cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        first.SetResult(1);
        await looking;
        Assert.Equal(3, await turns.ShortAsync(() => Task.FromResult(3), Stop));
    }
}
