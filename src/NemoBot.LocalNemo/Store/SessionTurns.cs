using System.Collections.Concurrent;

namespace NemoBot.LocalNemo.Store;

/// <summary>Begins turns: one of a session at a time.</summary>
internal sealed class SessionTurns(TimeProvider clock, bool isShared)
{
    private readonly ConcurrentDictionary<string, byte> _running = new(StringComparer.Ordinal);

    /// <summary>
    /// Begins a turn; null if one is running here. One that another process has begun is superseded: that process was lost, or has lost the
    /// conversation.
    /// </summary>
    public async Task<SessionTurn?> TryBeginAsync(Session session, CancellationToken cancellationToken)
    {
        var id = session.Record.SessionId;
        if (!_running.TryAdd(id, 0))
        {
            return null;
        }

        var turn = new SessionTurn(session, isShared ? Guid.NewGuid().ToString("N") : null, clock, () => _running.TryRemove(id, out _));
        try
        {
            await turn.BeginAsync(cancellationToken);
            return turn;
        }
        catch
        {
            _running.TryRemove(id, out _);
            throw;
        }
    }
}
