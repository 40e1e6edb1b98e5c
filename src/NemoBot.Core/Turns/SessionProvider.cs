using Microsoft.Extensions.Options;
using NemoBot.Core.Backend;
using NemoBot.Core.Queueing;

namespace NemoBot.Core.Turns;

/// <summary>Provides the session of a conversation, and waits for a backend that does not answer.</summary>
internal sealed class SessionProvider(IOptionsMonitor<EngineOptions> options, TimeProvider clock)
{
    private const int TriesWhileAvailable = 3;

    /// <summary>The conversation's session, created if it has none.</summary>
    public async Task<string> EnsureAsync(TurnContext context, CancellationToken cancellationToken)
    {
        if (context.Conversation.SessionId is { } existing)
        {
            return existing;
        }

        var language = context.Conversation.Language == "zh" ? "zh-CN" : "en";
        var session = await WhenAvailableAsync(
            context, () => context.Backend.CreateSessionAsync(context.Caller, language, cancellationToken), cancellationToken).ConfigureAwait(false);
        await context.UpdateProjectAsync(
            c => c with
            {
                SessionId = session.SessionId,
                TaskId = session.TaskId ?? c.TaskId,
                UserId = session.UserId ?? c.UserId,
                Backend = context.Backend.Traits.Name,
            },
            cancellationToken).ConfigureAwait(false);
        return session.SessionId;
    }

    /// <summary>Forgets a session that the backend has dropped. The timeline starts empty; kept versions can still be exported.</summary>
    public static Task DropAsync(TurnContext context, CancellationToken cancellationToken) => context.UpdateProjectAsync(
        c => c.StartProject(context.Turn.Id) with { Backend = c.Backend }, cancellationToken);

    /// <summary>
    /// Does something that is safe to repeat. While the service does not answer, the status says so once and the turn waits until it does.
    /// </summary>
    public async Task<T> WhenAvailableAsync<T>(TurnContext context, Func<Task<T>> action, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await action().ConfigureAwait(false);
            }
            catch (BackendException exception) when (
                exception.Error.Kind is BackendErrorKind.Unavailable or BackendErrorKind.NeverSent
                && (tries < TriesWhileAvailable || !context.Backend.IsAvailable))
            {
                await context.StageAsync("status.waiting-service", cancellationToken).ConfigureAwait(false);
                if (context.Backend.IsAvailable)
                {
                    await Task.Delay(options.CurrentValue.RetryWait * tries, clock, cancellationToken).ConfigureAwait(false);
                }

                await context.Backend.WaitUntilAvailableAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
