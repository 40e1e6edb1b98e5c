using NemoBot.Core.Storage;

namespace NemoBot.LocalNemo.Store;

/// <summary>
/// A turn of a session. Where several processes share sessions, it holds a claim that it renews: a turn that was superseded, or whose
/// process was frozen, writes nothing any more.
/// </summary>
/// <param name="session">The session.</param>
/// <param name="claim">Names the turn; null: no other process has the session.</param>
/// <param name="clock">The time.</param>
/// <param name="ended">Called at the end.</param>
internal sealed class SessionTurn(Session session, string? claim, TimeProvider clock, Action ended) : IAsyncDisposable
{
    /// <summary>Shorter than what passes until the turn of a frozen process is reported as lost.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RenewalInterval = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _over = new();
    private Task _renewal = Task.CompletedTask;

    /// <summary>The state of the session as it was last read or written here.</summary>
    public SessionRecord Record => session.Record;

    /// <summary>Reads the newest state and claims the session.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (claim is null)
        {
            await session.RefreshAsync(cancellationToken);
            return;
        }

        await session.UpdateAsync(s => s with { Claim = claim, ClaimedUntil = clock.GetUtcNow() + Lease }, cancellationToken);
        _renewal = Periodically.RunAsync(RenewalInterval, clock, RenewAsync, _over.Token);
    }

    /// <summary>Changes the session.</summary>
    /// <param name="change">Pure.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="TurnLostException">The turn may not write any more.</exception>
    public async Task<SessionRecord> UpdateAsync(Func<SessionRecord, SessionRecord> change, CancellationToken cancellationToken)
    {
        var isLost = false;
        var record = await session.UpdateAsync(
            s =>
            {
                isLost = !IsHeld(s);
                return isLost ? s : change(s);
            },
            cancellationToken);
        return isLost ? throw new TurnLostException() : record;
    }

    /// <summary>Ends the turn.</summary>
    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _renewal;
        _over.Dispose();
        ended();
    }

    private bool IsHeld(SessionRecord record) => claim is null || (record.Claim == claim && record.ClaimedUntil > clock.GetUtcNow());

    /// <summary>A lease that has run out stays so: who was frozen for so long does not go on.</summary>
    private async Task<bool> RenewAsync(CancellationToken cancellationToken)
    {
        try
        {
            await session.UpdateAsync(s => IsHeld(s) ? s with { ClaimedUntil = clock.GetUtcNow() + Lease } : s, cancellationToken);
        }
        catch (StoreException)
        {
            // The next renewal tries again; without one the lease runs out.
        }

        return true;
    }
}
