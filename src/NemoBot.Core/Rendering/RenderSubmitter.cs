using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Backend;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Rendering;

/// <summary>
/// Submits a render. A submission whose outcome is unclear is asked for by its id before anything else, so that no video is rendered
/// twice; one that the backend refused, or does not know, is repeated once under a new id.
/// </summary>
internal sealed partial class RenderSubmitter(IBotStore store, IOptionsMonitor<RenderOptions> options, TimeProvider clock, ILogger<RenderSubmitter> logger)
{
    private static readonly TimeSpan RetryWait = TimeSpan.FromSeconds(5);

    /// <exception cref="BackendException">The backend refuses the render, or could not be reached for long.</exception>
    public async Task SubmitAsync(IVideoBackend backend, BackendCaller caller, RenderTask task, CancellationToken cancellationToken)
    {
        var request = task.Request;
        request.Status.Stage(task.Stage, ButtonSet.Cancel(request.TurnId, request.Status.Texts));
        if (task.Record.Submitted
            || (request.IsResumed && await IsKnownAsync(backend, caller, task.JobId, cancellationToken).ConfigureAwait(false)))
        {
            await SaveSubmittedAsync(task, task.Record.CreatedAt, cancellationToken).ConfigureAwait(false);
            return;
        }

        // The render may have waited since its record was made; progress is judged from the submission on.
        var submittedAt = clock.GetUtcNow();
        try
        {
            await PostAsync(backend, caller, task, cancellationToken).ConfigureAwait(false);
        }
        catch (BackendException exception) when (IsWorthRepeating(exception.Error.Kind))
        {
            var isUnclear = exception.Error.Kind is BackendErrorKind.Unavailable;
            if (!isUnclear || !await IsKnownAsync(backend, caller, task.JobId, cancellationToken).ConfigureAwait(false))
            {
                LogRepeated(logger, exception, task.JobId);
                await RenewAsync(task, cancellationToken).ConfigureAwait(false);
                await PostAsync(backend, caller, task, cancellationToken).ConfigureAwait(false);
            }
        }

        await SaveSubmittedAsync(task, submittedAt, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Posts the submission. Only a connection that was never made is tried again.</summary>
    private async Task PostAsync(IVideoBackend backend, BackendCaller caller, RenderTask task, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var draft = task.Request.Draft;
                task.MayExist = true;
                await backend.SubmitRenderAsync(caller, draft.SessionId, task.JobId, draft.Json, VariantOf(task), cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (BackendException exception) when (exception.Error.Kind is BackendErrorKind.NeverSent && attempt < options.CurrentValue.FailedPolls)
            {
                task.MayExist = false;
                await WaitAsync(backend, attempt, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Asks for a render by its id, through an outage of the backend.</summary>
    /// <exception cref="BackendException">The backend could not be reached for long.</exception>
    private async Task<bool> IsKnownAsync(IVideoBackend backend, BackendCaller caller, string id, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await backend.GetRenderAsync(caller, id, cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (BackendException exception) when (IsTransient(exception.Error.Kind))
            {
                if (attempt >= options.CurrentValue.FailedPolls)
                {
                    throw;
                }

                await WaitAsync(backend, attempt, cancellationToken).ConfigureAwait(false);
            }
            catch (BackendException)
            {
                return false;
            }
        }
    }

    /// <summary>Closes the record and continues under a new id, in one step: two open records would be two videos.</summary>
    private async Task RenewAsync(RenderTask task, CancellationToken cancellationToken)
    {
        var refused = task.Record.Id;
        task.Record = task.Record with { Id = RenderRecords.NewId(), CreatedAt = clock.GetUtcNow(), State = RenderState.Pending, Submitted = false };
        task.MayExist = false;
        if (!await store.AddRenderAsync(task.Record, refused, cancellationToken).ConfigureAwait(false))
        {
            throw task.Vanish();
        }
    }

    private async Task SaveSubmittedAsync(RenderTask task, DateTimeOffset submittedAt, CancellationToken cancellationToken)
    {
        task.MayExist = true;
        task.Record = task.Record with { Submitted = true, CreatedAt = submittedAt };
        var saved = await store.UpdateRenderAsync(
            task.Record.Id, r => r with { Submitted = true, CreatedAt = submittedAt }, cancellationToken).ConfigureAwait(false);
        if (saved is null)
        {
            // Forgotten or closed meanwhile.
            throw task.Vanish();
        }
    }

    private async Task WaitAsync(IVideoBackend backend, int attempt, CancellationToken cancellationToken)
    {
        await Task.Delay(RetryWait * attempt, clock, cancellationToken).ConfigureAwait(false);
        await backend.WaitUntilAvailableAsync(cancellationToken).ConfigureAwait(false);
    }

    private static RenderVariant VariantOf(RenderTask task) => new(task.Record.IsPreview, task.Record.Part == 0 ? null : task.Format);

    private static bool IsTransient(BackendErrorKind kind) =>
        kind is BackendErrorKind.Unavailable or BackendErrorKind.NeverSent or BackendErrorKind.RateLimited or BackendErrorKind.Malformed
            or BackendErrorKind.Oversized;

    private static bool IsWorthRepeating(BackendErrorKind kind) =>
        kind is not (BackendErrorKind.ExportBlocked or BackendErrorKind.OutOfCredits or BackendErrorKind.BadToken or BackendErrorKind.NeverSent);

    [LoggerMessage(Level = LogLevel.Information, Message = "Repeating the submission of render {Render} under a new id.")]
    private static partial void LogRepeated(ILogger logger, Exception exception, string render);
}
