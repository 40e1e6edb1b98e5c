using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Backend;
using NemoBot.Core.Media;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Telemetry;

namespace NemoBot.Core.Rendering;

/// <summary>Carries out one render from its submission to the posted video. Every step is on disk before its effect is visible outside.</summary>
internal sealed partial class RenderWorker(
    BackendDirectory backends,
    ISkillCatalog skills,
    RenderSubmitter submitter,
    RenderPoller poller,
    RenderReporter reporter,
    RenderParts parts,
    IOptions<WorkOptions> work,
    ILogger<RenderWorker> logger)
{
    public async Task RunAsync(RenderTask task, CancellationToken stopping)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(task.Token, stopping);
        var request = task.Request;
        var backend = backends.Get(request.Draft.Backend);
        var caller = CallerOf(request, backend);
        using var scope = logger.BeginTurn(request.Location.Current, request.TurnId);
        using var span = BotTraces.Start("render", request.TraceParent);
        span?.SetTag("turn", request.TurnId).SetTag("backend", backend.Traits.Name);
        try
        {
            linked.Token.ThrowIfCancellationRequested();
            task.Formats = RenderParts.Of(request.Draft, backend.Traits, task.Record.IsPreview);
            do
            {
                await MakeAsync(backend, caller, task, linked.Token).ConfigureAwait(false);
            }
            while (await parts.NextAsync(task, linked.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (task.Reason is RenderStop.Abandoned)
        {
            // Another process continues it.
        }
        catch (LaneLostException)
        {
            throw;
        }
        catch (OperationCanceledException) when (task.Reason != RenderStop.None)
        {
            await EndAsync(backend, caller, task, () => reporter.StoppedAsync(task, stopping), stopping).ConfigureAwait(false);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            // Whatever failed, the status message ends and the author learns what to do.
            LogFailed(logger, exception, task.Record.Id);
            await EndAsync(backend, caller, task, () => reporter.FailAsync(backend, caller, task, exception, stopping), stopping).ConfigureAwait(false);
        }
    }

    private async Task MakeAsync(IVideoBackend backend, BackendCaller caller, RenderTask task, CancellationToken cancellationToken)
    {
        await submitter.SubmitAsync(backend, caller, task, cancellationToken).ConfigureAwait(false);
        await poller.WaitAsync(backend, caller, task, cancellationToken).ConfigureAwait(false);
        using var folder = WorkFolder.Open(work.Value, task.JobId);
        var path = Path.Combine(folder.Path, "video");
        var status = task.Request.Status;
        status.Stage(status.Texts["render.fetching"], ButtonSet.Cancel(task.Request.TurnId, status.Texts));
        await backend.DownloadAsync(caller, task.JobId, task.Record.Url, path, null, cancellationToken).ConfigureAwait(false);
        BotMetrics.Transferred("downloaded", new FileInfo(path).Length);
        await reporter.DeliverAsync(backend, caller, task, path, cancellationToken).ConfigureAwait(false);
    }

    private BackendCaller CallerOf(RenderRequest request, IVideoBackend backend) => new(
        backends.AccountFor(backend, request.Conversation.AccountKey), skills.Find(request.Conversation.Skill) ?? skills.Default);

    /// <summary>A render that is given up must not keep the backend from making others, even if its end cannot be stored.</summary>
    private async Task EndAsync(IVideoBackend backend, BackendCaller caller, RenderTask task, Func<Task> report, CancellationToken stopping)
    {
        try
        {
            await report().ConfigureAwait(false);
        }
        finally
        {
            await CancelAsync(backend, caller, task, stopping).ConfigureAwait(false);
        }
    }

    private async Task CancelAsync(IVideoBackend backend, BackendCaller caller, RenderTask task, CancellationToken stopping)
    {
        if (!task.MayExist || task.Record.State is RenderState.Completed or RenderState.Failed or RenderState.Cancelled)
        {
            return;
        }

        try
        {
            await backend.CancelRenderAsync(caller, task.JobId, stopping).ConfigureAwait(false);
        }
        catch (BackendException exception)
        {
            LogNotCancelled(logger, exception, task.JobId);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Render {Render} failed.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string render);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Render {Render} could not be cancelled at the backend.")]
    private static partial void LogNotCancelled(ILogger logger, Exception exception, string render);
}
