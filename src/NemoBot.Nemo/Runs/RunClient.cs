using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Backend;
using NemoBot.Nemo.Calls;
using NemoBot.Nemo.Settings;

namespace NemoBot.Nemo.Runs;

/// <summary>Posts messages and yields what comes back.</summary>
internal sealed class RunClient(ApiClient client, NemoConnection connection, TimeProvider clock, ILogger logger)
{
    // Inside a stream, as its first news, these say that the request was not let in.
    private static readonly BackendErrorKind[] Refusals = [BackendErrorKind.BadToken, BackendErrorKind.SessionNotFound];

    private readonly RunOpener _opener = new(client, connection, clock, logger);

    /// <summary>As <see cref="IVideoBackend.RunAsync"/> promises.</summary>
    public async IAsyncEnumerable<BackendEvent> RunAsync(
        BackendCaller caller, string sessionId, string text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            var account = await BeforeSentAsync(client.Accounts.GetAsync(caller, cancellationToken)).ConfigureAwait(false);
            await using var stream = await BeforeSentAsync(_opener.OpenAsync(caller, sessionId, text, cancellationToken)).ConfigureAwait(false);
            var hadNews = false;
            var isRefused = false;
            var isOver = false;
            while (!isOver && !isRefused)
            {
                var reading = await stream.NextAsync().ConfigureAwait(false);
                var refusal = hadNews ? null : Refusal(reading.Events);
                if (refusal is not null && !(isFirst && refusal.Kind == BackendErrorKind.BadToken && account.IsAnonymous))
                {
                    throw new BackendException(refusal);
                }

                hadNews |= reading.IsNews;
                isRefused = refusal is not null;
                isOver = reading.Events[^1] is BackendEvent.Ended or BackendEvent.Lost;
                foreach (var item in isRefused ? [] : reading.Events)
                {
                    yield return WithUser(item, account.UserId, account.IsAnonymous);
                }
            }

            if (!isRefused)
            {
                yield break;
            }

            await BeforeSentAsync(client.Accounts.RenewAsync(account, caller.Skill, cancellationToken)).ConfigureAwait(false);
        }
    }

    /// <summary>An outage in a step that comes before the message, or instead of it, leaves no doubt: a message that was posted has a stream.</summary>
    private static async Task<T> BeforeSentAsync<T>(Task<T> step)
    {
        try
        {
            return await step.ConfigureAwait(false);
        }
        catch (BackendException outage) when (outage.Error.Kind == BackendErrorKind.Unavailable)
        {
            throw new BackendException(outage.Error with { Kind = BackendErrorKind.NeverSent }, outage);
        }
    }

    private static BackendError? Refusal(IReadOnlyList<BackendEvent> events) =>
        events[0] is BackendEvent.Failed { Error: var error } && Refusals.Contains(error.Kind) ? error : null;

    private static BackendEvent WithUser(BackendEvent item, string? userId, bool isAnonymous) =>
        item is BackendEvent.Failed { Error.Kind: BackendErrorKind.OutOfCredits } failed
            ? failed with { Error = failed.Error with { UserId = isAnonymous ? failed.Error.UserId ?? userId : null } }
            : item;
}
