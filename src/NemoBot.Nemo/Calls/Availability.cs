using NemoBot.Core.Backend;
using NemoBot.Nemo.Settings;
using NemoBot.Nemo.Transport;

namespace NemoBot.Nemo.Calls;

/// <summary>
/// Whether the service answers. While the breaker is open everybody who waits shares one look at the service per break, so that its
/// return is not greeted by all of them at once.
/// </summary>
internal sealed class Availability(ApiClient client, NemoLimits limits, TimeProvider clock) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopping = new();
    private Task? _watching;

    public bool IsAvailable => client.Pipeline.IsAvailable;

    /// <summary>Returns when the service answers.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        if (IsAvailable)
        {
            return Task.CompletedTask;
        }

        lock (_gate)
        {
            _watching = _watching is { IsCompleted: false } watching ? watching : Task.Run(() => WatchAsync(_stopping.Token), cancellationToken);
            return _watching.WaitAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private async Task WatchAsync(CancellationToken stopping)
    {
        while (!IsAvailable)
        {
            await Task.Delay(limits.BreakTime, clock, stopping).ConfigureAwait(false);
            try
            {
                if (client.LastCaller is { } caller)
                {
                    await client.CallAsync(caller, ApiCall.Get(SessionCalls.BalancePath) with { Repeat = Repeat.Never }, stopping).ConfigureAwait(false);
                }
            }
            catch (BackendException)
            {
                // The breaker has counted it: an answer of any kind closes it, silence opens it again.
            }
        }
    }
}
