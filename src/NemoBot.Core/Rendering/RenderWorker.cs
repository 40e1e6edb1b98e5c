using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Backend;
using NemoBot.Core.Media;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Rendering;

/// <summary>One render from its submission to the posted video. Every step is on disk before the outside world can see it.</summary>
internal sealed partial class RenderWorker(
    IBotStore store,
    BackendDirectory backends,
    ISkillCatalog skills,
    RenderPoller poller,
    RenderReporter post,
    IOptions<WorkOptions> work,
    TimeProvider clock,
    ILogger<RenderWorker> logger)
{
    public static string NewId() => "render_" + Guid.NewGuid().ToString("N");

    public async Task RunAsync(RenderRequest order, RenderTask ticket, CancellationToken stopping)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(ticket.Token, stopping);
        var backend = backends.Get(order.Draft.Backend);
        var caller = CallerOf(order, backend);
        try
        {
            await SubmitAsync(backend, caller, order, ticket, linked.Token).ConfigureAwait(false);
            ticket.Record = await poller.WaitAsync(backend, caller, order, ticket.Record, linked.Token).ConfigureAwait(false);
            using var folder = WorkFolder.Open(work.Value, ticket.Record.Id);
            var path = Path.Combine(folder.Path, "video.mp4");
            order.Status.Stage(order.Status.Texts["render.fetching"], Cancel(order));
            await backend.DownloadAsync(caller, ticket.Record.Id, ticket.Record.Url, path, null, linked.Token).ConfigureAwait(false);
            await post.DeliverAsync(backend, caller, order, ticket.Record, path, linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ticket.Reason != RenderStop.None)
        {
            await StopAsync(backend, caller, order, ticket, stopping).ConfigureAwait(false);
        }
        catch (BackendException exception)
        {
            LogFailed(logger, exception, ticket.Record.Id);
            await post.FailAsync(backend, caller, order, ticket.Record, exception.Error, stopping).ConfigureAwait(false);
        }
        catch (MediaException exception)
        {
            LogFailed(logger, exception, ticket.Record.Id);
            await post.FailAsync(order, ticket.Record, exception.Problem).ConfigureAwait(false);
        }
    }

    private BackendCaller CallerOf(RenderRequest order, IVideoBackend backend) =>
        new(backends.AccountFor(backend, order.Conversation.AccountKey), skills.Find(order.Conversation.Skill) ?? skills.Default);

    /// <summary>
    /// A render that an earlier process may have submitted is asked for first. A refused submission is repeated once, under a new id.
    /// </summary>
    private async Task SubmitAsync(IVideoBackend backend, BackendCaller caller, RenderRequest order, RenderTask ticket, CancellationToken cancellationToken)
    {
        order.Status.Stage(order.Status.Texts["render.stage"], Cancel(order));
        if (order.IsResumed
            && (order.Record.Submitted || await IsKnownAsync(backend, caller, order.Record, cancellationToken).ConfigureAwait(false)))
        {
            ticket.Record = order.Record with { Submitted = true };
            return;
        }

        // It may have waited in line since its record was made; progress is judged from the submission on.
        ticket.Record = order.Record with { CreatedAt = clock.GetUtcNow() };
        try
        {
            await SubmitAsync(backend, caller, order, ticket.Record, cancellationToken).ConfigureAwait(false);
        }
        catch (BackendException exception) when (IsWorthRepeating(exception.Error.Kind))
        {
            LogRepeated(logger, exception, ticket.Record.Id);
            await store.UpdateRenderAsync(ticket.Record.Id, r => r with { IsClosed = true, State = RenderState.Failed }, cancellationToken).ConfigureAwait(false);
            await backend.WaitUntilAvailableAsync(cancellationToken).ConfigureAwait(false);
            ticket.Record = ticket.Record with { Id = NewId(), CreatedAt = clock.GetUtcNow() };
            await store.AddRenderAsync(ticket.Record, cancellationToken).ConfigureAwait(false);
            await SubmitAsync(backend, caller, order, ticket.Record, cancellationToken).ConfigureAwait(false);
        }

        ticket.Record = ticket.Record with { Submitted = true };
        var submittedAt = ticket.Record.CreatedAt;
        await store.UpdateRenderAsync(ticket.Record.Id, r => r with { Submitted = true, CreatedAt = submittedAt }, cancellationToken).ConfigureAwait(false);
    }

    private static Task SubmitAsync(
        IVideoBackend backend, BackendCaller caller, RenderRequest order, RenderRecord record, CancellationToken cancellationToken) =>
        backend.SubmitRenderAsync(caller, order.Draft.SessionId, record.Id, order.Draft.Json, cancellationToken);

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

    private async Task StopAsync(IVideoBackend backend, BackendCaller caller, RenderRequest order, RenderTask ticket, CancellationToken stopping)
    {
        await post.StoppedAsync(order, ticket.Record, ticket.Reason, stopping).ConfigureAwait(false);
        try
        {
            await backend.CancelRenderAsync(caller, ticket.Record.Id, stopping).ConfigureAwait(false);
        }
        catch (BackendException exception)
        {
            LogNotCancelled(logger, exception, ticket.Record.Id);
        }
    }

    private static Platforms.Button Cancel(RenderRequest order) => ButtonSet.Cancel(order.TurnId, order.Status.Texts);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Render {Render} failed.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string render);

    [LoggerMessage(Level = LogLevel.Information, Message = "The submission of render {Render} is repeated under a new id.")]
    private static partial void LogRepeated(ILogger logger, Exception exception, string render);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Render {Render} could not be cancelled at the backend.")]
    private static partial void LogNotCancelled(ILogger logger, Exception exception, string render);
}
