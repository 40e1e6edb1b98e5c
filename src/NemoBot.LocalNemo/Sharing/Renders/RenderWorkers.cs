using System.Collections.Concurrent;
using NemoBot.Core.Storage;
using NemoBot.LocalNemo.Renders;

namespace NemoBot.LocalNemo.Sharing.Renders;

/// <summary>Claims renders from the shared queue, as many at a time as this machine may make.</summary>
/// <param name="queue">The queue.</param>
/// <param name="attempts">Carries out one claim.</param>
/// <param name="worker">Names this process.</param>
/// <param name="concurrency">How many at a time.</param>
/// <param name="lease">How long a claim holds unless it is renewed.</param>
/// <param name="clock">The time.</param>
/// <param name="log">The log.</param>
internal sealed partial class RenderWorkers(
    IStudioRenders queue, RenderAttempt attempts, string worker, int concurrency, TimeSpan lease, TimeProvider clock, ILogger<RenderWorkers> log) : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private volatile TaskCompletionSource _news = NewSignal();
    private Task _loops = Task.CompletedTask;

    /// <summary>Begins to claim.</summary>
    public void Start() => _loops = Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => Task.Run(() => WorkAsync(_stopping.Token))));

    /// <summary>Looks at the queue now.</summary>
    public void Wake() => Interlocked.Exchange(ref _news, NewSignal()).TrySetResult();

    /// <summary>Ends a render if it is made here; what becomes of its record is for the caller.</summary>
    public void Stop(string key)
    {
        if (_running.TryGetValue(key, out var stop))
        {
            try
            {
                stop.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It ended in this moment.
            }
        }
    }

    /// <summary>Ends the work; claims are given back, so that others continue at once.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _loops;
        _stopping.Dispose();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var news = _news.Task;
            try
            {
                if (await queue.ClaimAsync(worker, lease, RenderOrder.MostOvertaken, cancellationToken) is { } claimed)
                {
                    await RunAsync(claimed, cancellationToken);
                    continue;
                }

                await news.WaitAsync(Interval, clock, cancellationToken);
            }
            catch (Exception e) when (e is OperationCanceledException or TimeoutException)
            {
                // Time to look again, or to stop.
            }
            catch (StoreException e)
            {
                LogUnreachable(e.Message);
                await Task.Delay(Interval, clock, cancellationToken).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }

    private async Task RunAsync(StudioRender claimed, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _running[claimed.Key] = stop;
        try
        {
            await attempts.RunAsync(claimed, stop, cancellationToken);
        }
        finally
        {
            _running.TryRemove(claimed.Key, out _);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The queue of renders cannot be reached: {Problem}")]
    private partial void LogUnreachable(string problem);
}
