using NemoBot.Tests.Nemo;

namespace NemoBot.Bench.Whole;

/// <summary>The cloud's answers: each stays open, saying a word now and then, until all of them are told to end; they do so over a minute.</summary>
internal sealed class Streams : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Spread = TimeSpan.FromMinutes(1);
    private readonly CancellationTokenSource _end = new();
    private int _open;

    public Streams(CloudStandIn cloud, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var part = (double)i / count;
            cloud.Stream((write, context) => SpeakAsync(write, part, context.RequestAborted));
        }
    }

    /// <summary>How many were opened so far.</summary>
    public int Open => Volatile.Read(ref _open);

    public void End() => _end.Cancel();

    public void Dispose() => _end.Dispose();

    private async Task SpeakAsync(Func<byte[], Task> write, double part, CancellationToken gone)
    {
        Interlocked.Increment(ref _open);
        for (var word = 1; !_end.IsCancellationRequested; word++)
        {
            await write(CloudStandIn.Say($"step {word} "));
            await Task.WhenAny(Task.Delay(Pause, TimeProvider.System, _end.Token));
        }

        await Task.Delay(Spread * part, TimeProvider.System, gone);
        await write(CloudStandIn.Say("and that is all."));
    }
}
