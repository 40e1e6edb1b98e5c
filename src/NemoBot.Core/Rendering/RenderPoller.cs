using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Backend;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Rendering;

/// <summary>Asks how a render stands until it is over, as <see cref="PollPlanner"/> says.</summary>
internal sealed partial class RenderPoller(IBotStore store, IOptions<RenderOptions> options, TimeProvider clock, ILogger<RenderPoller> logger)
{
    /// <returns>The completed render with its address.</returns>
    /// <exception cref="BackendException">It failed, was not heard of any more, or took too long.</exception>
    public async Task<RenderRecord> WaitAsync(
        IVideoBackend backend, BackendCaller caller, RenderRequest order, RenderRecord record, CancellationToken cancellationToken)
    {
        var planner = new PollPlanner(backend.Traits, options.Value.FirstPoll);
        var failures = 0;
        Follow(order, record, planner);
        while (record.State is not RenderState.Completed)
        {
            await Task.Delay(planner.NextWait(Elapsed(record)), clock, cancellationToken).ConfigureAwait(false);
            planner.Count(Elapsed(record));
            var status = await AskAsync(backend, caller, record, cancellationToken).ConfigureAwait(false);
            failures = status is null ? failures + 1 : 0;
            if (failures >= options.Value.FailedPolls || Elapsed(record) > options.Value.LongestRender)
            {
                throw new BackendException(new BackendError(BackendErrorKind.Unavailable, "the render is not heard of any more"));
            }

            record = record with { Polls = record.Polls + 1, State = status?.State ?? record.State, Url = status?.Url ?? record.Url };
            planner.Observe(Elapsed(record), status?.Progress);
            var (state, url) = (record.State, record.Url);
            await store.UpdateRenderAsync(record.Id, r => r with { Polls = r.Polls + 1, State = state, Url = url }, cancellationToken).ConfigureAwait(false);
            ThrowIfOver(record, status);
            Follow(order, record, planner);
        }

        return record;
    }

    private TimeSpan Elapsed(RenderRecord record) => clock.GetUtcNow() - record.CreatedAt;

    private void Follow(RenderRequest order, RenderRecord record, PollPlanner planner)
    {
        var status = order.Status;
        if (Elapsed(record) > options.Value.UsualRender)
        {
            status.Stage(status.Texts["render.long"], ButtonSet.Cancel(order.TurnId, status.Texts));
        }

        status.Follow(() => planner.Expect(Elapsed(record)));
    }

    private async Task<RenderStatus?> AskAsync(IVideoBackend backend, BackendCaller caller, RenderRecord record, CancellationToken cancellationToken)
    {
        try
        {
            return await backend.GetRenderAsync(caller, record.Id, cancellationToken).ConfigureAwait(false);
        }
        catch (BackendException exception) when (exception.Error.Kind is BackendErrorKind.Unavailable or BackendErrorKind.NeverSent
            or BackendErrorKind.RateLimited or BackendErrorKind.Malformed)
        {
            LogMissed(logger, exception, record.Id);
            return null;
        }
    }

    private static void ThrowIfOver(RenderRecord record, RenderStatus? status)
    {
        if (record.State is RenderState.Failed or RenderState.Cancelled)
        {
            throw new BackendException(new BackendError(BackendErrorKind.Other, status?.Message));
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Render {Render} could not be asked for; it goes on.")]
    private static partial void LogMissed(ILogger logger, Exception exception, string render);
}
