using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Backend;
using NemoBot.Core.Delivery;
using NemoBot.Core.Media;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Rendering;

/// <summary>One render from its submission to the posted video. Every step is on disk before the outside world can see it.</summary>
internal sealed partial class RenderJob(
    IBotStore store,
    BackendDirectory backends,
    ISkillCatalog skills,
    RenderPoller poller,
    RenderPost post,
    IOptions<WorkOptions> work,
    TimeProvider clock,
    ILogger<RenderJob> logger)
{
    public async Task RunAsync(RenderOrder order, Ticket ticket, CancellationToken stopping)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(ticket.Token, stopping);
        var backend = backends.Get(order.Draft.Backend);
        var caller = CallerOf(order, backend);
        var record = order.Begun ?? NewRecord(order);
        try
        {
            await store.SaveRenderAsync(record, linked.Token).ConfigureAwait(false);
            record = await SubmitAsync(backend, caller, order, record, linked.Token).ConfigureAwait(false);
            record = await poller.WaitAsync(backend, caller, order, record, linked.Token).ConfigureAwait(false);
            using var folder = WorkFolder.Open(work.Value, record.Id);
            var path = Path.Combine(folder.Path, "video.mp4");
            order.Status.Stage(order.Status.Texts["render.fetching"], Cancel(order));
            await backend.DownloadAsync(caller, record.Id, record.Url, path, null, linked.Token).ConfigureAwait(false);
            await post.DeliverAsync(backend, caller, order, record, path, linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ticket.Reason != RenderStop.None)
        {
            await StopAsync(backend, caller, order, record, ticket.Reason, stopping).ConfigureAwait(false);
        }
        catch (BackendException exception)
        {
            LogFailed(logger, exception, record.Id);
            await post.FailAsync(backend, caller, order, record, exception.Error, stopping).ConfigureAwait(false);
        }
        catch (MediaException exception)
        {
            LogFailed(logger, exception, record.Id);
            await post.FailAsync(order, record, exception.Problem, stopping).ConfigureAwait(false);
        }
    }

    private BackendCaller CallerOf(RenderOrder order, IVideoBackend backend) =>
        new(backends.AccountFor(backend, order.Conversation.AccountKey), skills.Find(order.Conversation.Skill) ?? skills.Default);

    private RenderRecord NewRecord(RenderOrder order) => new()
    {
        Id = NewId(),
        Conversation = order.Conversation.Key,
        DraftVersion = order.Draft.Version,
        Backend = order.Draft.Backend,
        TurnId = order.TurnId,
        StatusMessageId = order.Status.Message?.MessageId,
        CreatedAt = clock.GetUtcNow(),
    };

    private static string NewId() => "render_" + Guid.NewGuid().ToString("N");

    /// <summary>
    /// A render that an earlier process may have submitted is asked for first. A refused submission is repeated once, under a new id.
    /// </summary>
    private async Task<RenderRecord> SubmitAsync(
        IVideoBackend backend, BackendCaller caller, RenderOrder order, RenderRecord record, CancellationToken cancellationToken)
    {
        order.Status.Stage(order.Status.Texts["render.stage"], Cancel(order));
        if (record.Submitted || (order.Begun is not null && await IsKnownAsync(backend, caller, record, cancellationToken).ConfigureAwait(false)))
        {
            return record with { Submitted = true };
        }

        try
        {
            await backend.SubmitRenderAsync(caller, order.Draft.SessionId, record.Id, order.Draft.Json, cancellationToken).ConfigureAwait(false);
        }
        catch (BackendException exception) when (IsWorthRepeating(exception.Error.Kind))
        {
            LogRepeated(logger, exception, record.Id);
            await store.SaveRenderAsync(record with { IsClosed = true, State = RenderState.Failed }, cancellationToken).ConfigureAwait(false);
            await backend.WaitUntilAvailableAsync(cancellationToken).ConfigureAwait(false);
            record = record with { Id = NewId(), CreatedAt = clock.GetUtcNow() };
            await store.SaveRenderAsync(record, cancellationToken).ConfigureAwait(false);
            await backend.SubmitRenderAsync(caller, order.Draft.SessionId, record.Id, order.Draft.Json, cancellationToken).ConfigureAwait(false);
        }

        record = record with { Submitted = true };
        await store.SaveRenderAsync(record, cancellationToken).ConfigureAwait(false);
        return record;
    }

    private static bool IsWorthRepeating(BackendErrorKind kind) =>
        kind is not (BackendErrorKind.ExportBlocked or BackendErrorKind.OutOfCredits or BackendErrorKind.BadToken);

    private static async Task<bool> IsKnownAsync(IVideoBackend backend, BackendCaller caller, RenderRecord record, CancellationToken cancellationToken)
    {
        try
        {
            await backend.GetRenderAsync(caller, record.Id, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (BackendException exception) when (exception.Error.Kind is not BackendErrorKind.Unavailable)
        {
            return false;
        }
    }

    private async Task StopAsync(
        IVideoBackend backend, BackendCaller caller, RenderOrder order, RenderRecord record, RenderStop reason, CancellationToken stopping)
    {
        await store.SaveRenderAsync(record with { State = RenderState.Cancelled, IsClosed = true, EndedAt = clock.GetUtcNow() }, stopping)
            .ConfigureAwait(false);
        await post.StoppedAsync(order, reason).ConfigureAwait(false);
        try
        {
            await backend.CancelRenderAsync(caller, record.Id, stopping).ConfigureAwait(false);
        }
        catch (BackendException exception)
        {
            LogNotCancelled(logger, exception, record.Id);
        }
    }

    private static Platforms.Button Cancel(RenderOrder order) => ButtonSet.Cancel(order.TurnId, order.Status.Texts);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Render {Render} failed.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string render);

    [LoggerMessage(Level = LogLevel.Information, Message = "The submission of render {Render} is repeated under a new id.")]
    private static partial void LogRepeated(ILogger logger, Exception exception, string render);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Render {Render} could not be cancelled at the backend.")]
    private static partial void LogNotCancelled(ILogger logger, Exception exception, string render);
}
