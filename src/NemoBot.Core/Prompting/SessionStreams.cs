using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Backend;

namespace NemoBot.Core.Prompting;

/// <summary>
/// Keeps to one message at a time on a session. A service may go on with a message whose turn was cancelled, so its stream is read to the
/// end, unseen, before the next message is posted.
/// </summary>
internal sealed partial class SessionStreams(IHostApplicationLifetime lifetime, ILogger<SessionStreams> logger)
{
    private readonly ConcurrentDictionary<string, Task> _unfinished = new();

    /// <summary>Returns the rest of a stream whose turn has ended; null if there is none. It never fails.</summary>
    public Task? FindUnfinished(string session) => _unfinished.GetValueOrDefault(session);

    /// <summary>Posts a message and yields its events.</summary>
    /// <exception cref="BackendException">As <see cref="IVideoBackend.RunAsync"/>.</exception>
    public async IAsyncEnumerable<BackendEvent> RunAsync(
        IVideoBackend backend, BackendCaller caller, string session, string prompt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var hangUp = CancellationTokenSource.CreateLinkedTokenSource(
            lifetime.ApplicationStopping, backend.Traits.RunsUnattended ? CancellationToken.None : cancellationToken);
        var events = backend.RunAsync(caller, session, prompt, hangUp.Token).GetAsyncEnumerator(CancellationToken.None);
        var next = events.MoveNextAsync().AsTask();
        try
        {
            while (await next.WaitAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return events.Current;
                next = events.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            var rest = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _unfinished[session] = rest.Task;
            var draining = DrainAsync(session, events, next, hangUp, rest);
            if (next.IsFaulted || (next.IsCompletedSuccessfully && !await next.ConfigureAwait(false)))
            {
                await draining.ConfigureAwait(false);
            }
        }
    }

    private async Task DrainAsync(
        string session, IAsyncEnumerator<BackendEvent> events, Task<bool> next, CancellationTokenSource hangUp, TaskCompletionSource rest)
    {
        try
        {
            await using (events.ConfigureAwait(false))
            {
                while (await next.ConfigureAwait(false))
                {
                    next = events.MoveNextAsync().AsTask();
                }
            }
        }
        catch (Exception exception)
        {
            // Whoever waited for the events has been told, or has gone.
            LogEnded(logger, exception.Message);
        }
        finally
        {
            hangUp.Dispose();
            _unfinished.TryRemove(KeyValuePair.Create(session, rest.Task));
            rest.SetResult();
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A stream ended: {Reason}")]
    private static partial void LogEnded(ILogger logger, string reason);
}
