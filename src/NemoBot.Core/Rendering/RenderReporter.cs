using Microsoft.Extensions.Logging;
using NemoBot.Core.Backend;
using NemoBot.Core.Homes;
using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Telemetry;
using NemoBot.Core.Text;
using NemoBot.Core.Timeline;

namespace NemoBot.Core.Rendering;

/// <summary>Reports how a render ended: posts the video with what belongs to it, or says what failed and what can be done.</summary>
internal sealed partial class RenderReporter(
    IBotStore store,
    LaneCheck lane,
    VideoDelivery delivery,
    RenderOffers offers,
    StatusFinalizer finalizer,
    OwedEnds owed,
    TimeProvider clock,
    ILogger<RenderReporter> logger)
{
    /// <summary>Posts the video; the last of several formats ends the status message.</summary>
    public async Task DeliverAsync(IVideoBackend backend, BackendCaller caller, RenderTask task, string path, CancellationToken cancellationToken)
    {
        var request = task.Request;
        var texts = request.Status.Texts;
        var type = FinishedFile.TypeOf(path);
        request.Status.Stage(FinishedFile.PostingOf(type, texts));
        var timeline = DraftReader.Read(request.Draft.Json, request.Draft.Width, request.Draft.Height);
        BotMetrics.Rendered(task.Record.Backend, timeline.Duration, clock.GetUtcNow() - task.Record.CreatedAt);
        var link = task.Record.Part == 0 ? await FindLinkAsync(backend, caller, request, cancellationToken).ConfigureAwait(false) : null;
        var buttons = task.IsLastPart ? await NextAsync(task, timeline, type, texts, cancellationToken).ConfigureAwait(false) : [];
        var conversation = request.Location.Current;
        await lane.RequireAsync(conversation, cancellationToken).ConfigureAwait(false);
        var result = await delivery.DeliverAsync(
            new VideoDeliveryRequest
            {
                Conversation = conversation,
                BeforeSend = stop => lane.RequireAsync(conversation, stop),
                Key = RepeatKeys.FileOf(task.Record),
                Path = path,
                Name = NextSteps.FileStem(timeline, request.Draft.Version) + NextSteps.FormatStem(task.Format),
                Headline = RenderCaption.Headline(task, texts),
                Caption = RenderCaption.Write(task, type.Kind == MediaKind.Audio ? TimelineParts.SoundOf(timeline) : timeline, link, texts),
                Buttons = buttons,
                ReplyTo = request.Location.HasMoved ? null : request.ReplyTo,
                FullFile = PublicAddress(task.Record.Url),
            },
            texts,
            cancellationToken).ConfigureAwait(false);
        task.SaidNote = task.Record.Note;
        task.IsUnconfirmed |= result is DeliveryResult.Unknown;
        task.IsRefused |= result is DeliveryResult.Refused;
        if (task.IsLastPart)
        {
            var message = (result as DeliveryResult.Delivered)?.Message.MessageId;
            await FinishAsync(task, RenderState.Completed, message, EndOf(task, type, texts)).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<Button>> NextAsync(RenderTask task, TimelineView timeline, SniffedType type, Texts texts, CancellationToken cancellationToken)
    {
        var offered = await offers.OfTurnAsync(task, timeline, cancellationToken).ConfigureAwait(false);
        var hasEarlier = await HasEarlierAsync(task.Request, cancellationToken).ConfigureAwait(false);
        return [.. offered, .. NextSteps.After(timeline, type, offered.Count > 0, hasEarlier, texts)];
    }

    private static Answer EndOf(RenderTask task, SniffedType type, Texts texts) =>
        task.IsRefused || task.IsUnconfirmed
            ? new Answer(
                texts.Format(task.IsRefused ? "video.refused" : "video.unconfirmed", FinishedFile.NameOf(type, texts)),
                ButtonSet.Export(task.Request.Draft, texts))
        : task.Formats.Count - task.Record.FirstPart is > 1 and var files ? new Answer(texts.Format("render.done-files", files))
        : new Answer(texts[type.Kind == MediaKind.Video ? "render.done" : "render.done-file"]);

    /// <summary>The backend, this machine or the chat failed.</summary>
    public async Task FailAsync(IVideoBackend backend, BackendCaller caller, RenderTask task, Exception exception, CancellationToken cancellationToken)
    {
        var texts = task.Request.Status.Texts;
        var again = ButtonSet.ExportAgain(task.Request.Draft.Version, task.Record.Part, texts);
        var answer = exception switch
        {
            BackendException withheld when task.Record.State is RenderState.Completed && IsWithheld(withheld.Error.Kind) =>
                new Answer(await UnfetchedAsync(backend, caller, task.Request, texts, cancellationToken).ConfigureAwait(false), again),
            BackendException { Error.Kind: BackendErrorKind.Other } => new Answer(
                task.Record.Note is { } note ? "⚠️ " + note : texts["render.failed"],
                [.. await offers.AddAsync(task, cancellationToken).ConfigureAwait(false), again]),
            BackendException { Error.Kind: BackendErrorKind.Malformed } or MediaException { Problem: MediaProblem.Unreadable } when task.Record.State is RenderState.Completed =>
                new Answer(texts["render.damaged"], again),
            BackendException failed => await DescribeAsync(backend, caller, task, failed.Error, cancellationToken).ConfigureAwait(false),
            MediaException media => new Answer(MediaProblemText.Describe(media.Problem, texts), again),
            StoreException { Problem: StoreProblem.Full } => new Answer(texts["media.disk-full"], again),
            _ => new Answer(texts[DiskErrors.IsFull(exception) ? "media.disk-full" : "render.failed"], again),
        };
        await FinishAsync(task, RenderState.Failed, null, answer).ConfigureAwait(false);
    }

    private static bool IsWithheld(BackendErrorKind kind) => kind is BackendErrorKind.Other or BackendErrorKind.SessionNotFound
        or BackendErrorKind.Unavailable or BackendErrorKind.NeverSent or BackendErrorKind.RateLimited;

    /// <summary>The backend made the video: it is not called failed because it could not be fetched, and the project leads to it.</summary>
    private static async Task<string> UnfetchedAsync(
        IVideoBackend backend, BackendCaller caller, RenderRequest request, Texts texts, CancellationToken cancellationToken) =>
        await FindLinkAsync(backend, caller, request, cancellationToken).ConfigureAwait(false) is { } link
            ? texts.Format("render.unfetched-link", link)
            : texts["render.unfetched"];

    /// <summary>The render was stopped, a newer version replaced it, or its conversation is gone.</summary>
    public async Task StoppedAsync(RenderTask task, CancellationToken cancellationToken)
    {
        var texts = task.Request.Status.Texts;
        switch (task.Reason)
        {
            case RenderStop.Cancelled:
                var again = ButtonSet.Export(task.Request.Draft, texts);
                await FinishAsync(task, RenderState.Cancelled, null, new Answer(texts["render.cancelled"], again)).ConfigureAwait(false);
                break;
            case RenderStop.Superseded:
                await FinishAsync(task, RenderState.Cancelled, null, new Answer(texts["render.superseded"])).ConfigureAwait(false);
                break;
            default:
                // Nothing is stored or offered any more, but the message does not stay in progress.
                _ = finalizer.ShowAsync(task.Request.Status, task.Request.Location.Current, new Answer(texts["cancel.done"]), null);
                await store.UpdateRenderAsync(
                    task.Record.Id,
                    r => r with { State = RenderState.Cancelled, IsClosed = true, EndedAt = clock.GetUtcNow() },
                    cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private static async Task<Answer> DescribeAsync(
        IVideoBackend backend, BackendCaller caller, RenderTask task, BackendError error, CancellationToken cancellationToken) =>
        FailureAnswer.Describe(
            error,
            new FailureSituation
            {
                Turn = task.Request.TurnId,
                RenderVersion = task.Request.Draft.Version,
                RenderPart = task.Record.Part,
                IsAnonymous = await FailureSituation.IsAnonymousAsync(backend, caller, cancellationToken).ConfigureAwait(false),
                OwnAccount = caller.AccountKey != Accounts.Default,
                UserId = task.Request.Conversation.UserId,
                Web = backend.Traits.Web,
            },
            task.Request.Status.Texts);

    /// <summary>
    /// Ends the record together with the reply, then shows it. The next render of the conversation does not wait for the platform, and
    /// a store that fails does not leave the message in progress.
    /// </summary>
    private async Task FinishAsync(RenderTask task, RenderState state, string? delivered, Answer answer)
    {
        var request = task.Request;
        BotMetrics.RenderEnded(task.Record.Backend, state.ToString().ToLowerInvariant(), clock.GetUtcNow() - task.Record.CreatedAt);
        var whole = answer with { Text = request.Reply.Length == 0 ? answer.Text : request.Reply + "\n\n" + answer.Text };
        var ended = clock.GetUtcNow();
        Task<PendingReply?> EndAsync() => store.EndRenderAsync(
            task.Record.Id,
            r => r with { State = state, DeliveredMessageId = delivered, IsClosed = true, EndedAt = ended },
            finalizer.NewReply(request.Status.Message?.MessageId, request.Location.Current, request.TurnId, whole),
            CancellationToken.None);
        try
        {
            var reply = await EndAsync().ConfigureAwait(false);
            _ = finalizer.ShowAsync(request.Status, request.Location.Current, whole, reply);
        }
        catch (Exception exception) when (exception is not LaneLostException)
        {
            LogNotStored(logger, exception, task.Record.Id);
            _ = owed.RetryAsync(task.Record.Id, EndAsync, finalizer.ShowAsync(request.Status, request.Location.Current, whole, null));
        }
    }

    /// <summary>True if the project has a version that an undo can return to.</summary>
    private async Task<bool> HasEarlierAsync(RenderRequest request, CancellationToken cancellationToken)
    {
        var earlier = await store.GetDraftAsync(request.Location.Current, request.Draft.Version - 1, cancellationToken).ConfigureAwait(false);
        return earlier?.Project == request.Draft.Project;
    }

    private static async Task<Uri?> FindLinkAsync(IVideoBackend backend, BackendCaller caller, RenderRequest request, CancellationToken cancellationToken)
    {
        if (backend.Traits.Web is null)
        {
            return null;
        }

        try
        {
            var session = new BackendSession(request.Draft.SessionId, request.Conversation.TaskId, request.Conversation.UserId);
            return await backend.GetProjectLinkAsync(caller, session, cancellationToken).ConfigureAwait(false);
        }
        catch (BackendException)
        {
            // The video matters more than the link to its project.
            return null;
        }
    }

    /// <summary>An address that people can open; the embedded backend's own is not one.</summary>
    private static Uri? PublicAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && !address.IsLoopback ? address : null;

    [LoggerMessage(Level = LogLevel.Error, Message = "The end of render {Render} could not be stored.")]
    private static partial void LogNotStored(ILogger logger, Exception exception, string render);
}
