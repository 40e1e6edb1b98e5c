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
/// <param name="isReady">Returns true while this machine can make another render.</param>
/// <param name="clock">The time.</param>
/// <param name="log">The log.</param>
internal sealed partial class RenderWorkers(
    IStudioRenders queue, RenderAttempt attempts, string worker, int concurrency, TimeSpan lease, Func<CancellationToken, Task<bool>> isReady, TimeProvider clock, ILogger<RenderWorkers> log)
    : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _looking = new(1, 1);
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
        _looking.Dispose();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(await NextAsync(cancellationToken), cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // The process stops.
            }
            catch (Exception e)
            {
                // Whatever happened to one render must not end the work on all: its claim runs out.
                LogFailed(e);
                await Task.WhenAny(Task.Delay(Interval, clock, cancellationToken));
            }
        }
    }

    /// <summary>Waits for a render and claims it. One worker of the process looks at a time.</summary>
    private async Task<StudioRender> NextAsync(CancellationToken cancellationToken)
    {
        await _looking.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                var news = _news.Task;
                if (await TryClaimAsync(cancellationToken) is { } claimed)
                {
                    return claimed;
                }

                await Task.WhenAny(news, Task.Delay(Interval, clock, cancellationToken));
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            _looking.Release();
        }
    }

    private async Task<StudioRender?> TryClaimAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await isReady(cancellationToken) ? await queue.ClaimAsync(worker, lease, RenderOrder.MostOvertaken, cancellationToken) : null;
        }
        catch (StoreException e)
        {
            LogUnreachable(e.Message);
            return null;
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

    [LoggerMessage(LogLevel.Error, "The work on a render ended with an error.")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(LogLevel.Warning, "The queue of renders cannot be reached: {Problem}")]
    private partial void LogUnreachable(string problem);
}
