using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Backend;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Rendering;

/// <summary>Polls a render until it ends, at the times that <see cref="PollPlanner"/> plans.</summary>
internal sealed partial class RenderPoller(IBotStore store, IOptionsMonitor<RenderOptions> options, TimeProvider clock, ILogger<RenderPoller> logger)
{
    /// <summary>Returns once the render is completed; its record then holds the address of the video.</summary>
    /// <exception cref="BackendException">The render failed, took too long, or the backend could not be reached for long.</exception>
    public async Task WaitAsync(IVideoBackend backend, BackendCaller caller, RenderTask task, CancellationToken cancellationToken)
    {
        var planner = new PollPlanner(backend.Traits, options.CurrentValue.FirstPoll);
        var age = new RenderAge(task.Record.CreatedAt, clock);
        var display = new RenderDisplay(task, options.CurrentValue.UsualRender, () => planner.Expect(age.Elapsed));
        var failures = 0;

        // Time in the backend's queue makes no render late.
        var late = age;
        display.Show(ahead: null, late.Elapsed);
        while (task.Record.State is not RenderState.Completed)
        {
            await Task.Delay(planner.NextWait(age.Elapsed), clock, cancellationToken).ConfigureAwait(false);
            planner.Count(age.Elapsed);
            var status = await AskAsync(backend, caller, task.JobId, cancellationToken).ConfigureAwait(false);
            failures = status is null ? failures + 1 : 0;
            if (status is not null)
            {
                await SaveAsync(task, status, cancellationToken).ConfigureAwait(false);
                planner.Observe(age.Elapsed, status.Progress);
                late = status.Ahead is null ? late : new RenderAge(clock.GetUtcNow(), clock);
            }

            ThrowIfOver(task, status, late, failures);
            display.Show(status is null ? display.Ahead : status.Ahead, late.Elapsed);
        }
    }

    private async Task<RenderStatus?> AskAsync(IVideoBackend backend, BackendCaller caller, string id, CancellationToken cancellationToken)
    {
        try
        {
            return await backend.GetRenderAsync(caller, id, cancellationToken).ConfigureAwait(false);
        }
        catch (BackendException exception) when (exception.Error.Kind is BackendErrorKind.Unavailable or BackendErrorKind.NeverSent
            or BackendErrorKind.RateLimited or BackendErrorKind.Malformed or BackendErrorKind.Oversized)
        {
            LogMissed(logger, exception, id);
            return null;
        }
    }

    private async Task SaveAsync(RenderTask task, RenderStatus status, CancellationToken cancellationToken)
    {
        task.Record = task.Record with { Polls = task.Record.Polls + 1, State = status.State, Url = status.Url ?? task.Record.Url, Note = status.Note };
        task.Offers = status.Offers;
        var (state, url, note) = (task.Record.State, task.Record.Url, task.Record.Note);
        RenderRecord? saved;
        try
        {
            saved = await store.UpdateRenderAsync(
                task.Record.Id, r => r with { Polls = r.Polls + 1, State = state, Url = url, Note = note }, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not LaneLostException && !cancellationToken.IsCancellationRequested)
        {
            // The record is only behind: the next poll writes it again.
            LogNotSaved(logger, exception, task.Record.Id);
            return;
        }

        if (saved is null)
        {
            // Forgotten or closed meanwhile.
            throw task.Vanish();
        }
    }

    /// <summary>A render that was completed while nothing polled is not late: only a render that still runs can be.</summary>
    private void ThrowIfOver(RenderTask task, RenderStatus? status, RenderAge age, int failures)
    {
        switch (task.Record.State)
        {
            case RenderState.Completed:
                return;
            case RenderState.Failed or RenderState.Cancelled:
                throw new BackendException(new BackendError(BackendErrorKind.Other, status?.Message));
            default:
                if (failures >= options.CurrentValue.FailedPolls || (age.Elapsed > options.CurrentValue.LongestRender && failures == 0))
                {
                    throw new BackendException(new BackendError(BackendErrorKind.Unavailable, "the render does not end"));
                }

                return;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A poll of render {Render} failed; polling continues.")]
    private static partial void LogMissed(ILogger logger, Exception exception, string render);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The progress of render {Render} could not be stored.")]
    private static partial void LogNotSaved(ILogger logger, Exception exception, string render);
}
