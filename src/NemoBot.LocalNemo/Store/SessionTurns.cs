using System.Collections.Concurrent;

namespace NemoBot.LocalNemo.Store;

/// <summary>Begins turns: one of a session at a time.</summary>
internal sealed class SessionTurns(TimeProvider clock, bool isShared)
{
    /// <summary>A turn whose client has gone needs a moment to stop its work.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _running = new(StringComparer.Ordinal);

    /// <summary>
    /// Begins a turn, as soon as one that is ending has ended; null if one goes on here. One that another process has begun is superseded:
    /// that process was lost, or has lost the conversation.
    /// </summary>
    public async Task<SessionTurn?> TryBeginAsync(Session session, CancellationToken cancellationToken)
    {
        var id = session.Record.SessionId;
        if (!await TryEnterAsync(id, cancellationToken))
        {
            return null;
        }

        var turn = new SessionTurn(session, isShared ? Guid.NewGuid().ToString("N") : null, clock, () => Leave(id));
        try
        {
            await turn.BeginAsync(cancellationToken);
            return turn;
        }
        catch
        {
            Leave(id);
            throw;
        }
    }

    private async Task<bool> TryEnterAsync(string id, CancellationToken cancellationToken)
    {
        var own = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        while (!_running.TryAdd(id, own))
        {
            try
            {
                await (_running.GetValueOrDefault(id)?.Task ?? Task.CompletedTask).WaitAsync(Patience, clock, cancellationToken);
            }
            catch (TimeoutException)
            {
                return false;
            }
        }

        return true;
    }

    private void Leave(string id)
    {
        if (_running.TryRemove(id, out var turn))
        {
            turn.SetResult();
        }
    }
}
