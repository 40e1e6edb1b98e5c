using NemoBot.Core.Backend;
using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Timeline;

namespace NemoBot.Core.Rendering;

/// <summary>Says how a render ended: posts the video with all that goes along, or what went wrong and what can be done.</summary>
internal sealed class RenderReporter(IBotStore store, VideoDelivery delivery, StatusFinalizer end, TimeProvider clock)
{
    /// <summary>Posts the video, then ends the status message.</summary>
    public async Task DeliverAsync(
        IVideoBackend backend, BackendCaller caller, RenderRequest order, RenderRecord record, string path, CancellationToken cancellationToken)
    {
        var texts = order.Status.Texts;
        order.Status.Stage(texts["render.posting"]);
        var timeline = DraftReader.Read(order.Draft.Json, order.Draft.Width, order.Draft.Height);
        var link = await FindLinkAsync(backend, caller, order, cancellationToken).ConfigureAwait(false);
        var headline = texts.Format("video.headline", order.Draft.Version);
        string?[] lines = [headline, TimelineSummary.Describe(timeline, texts), link is null ? null : texts.Format("video.project", link), order.Cost];
        var message = await delivery.DeliverAsync(
            new VideoDeliveryRequest
            {
                Conversation = order.Location.Current,
                Path = path,
                FileName = NextSteps.FileName(timeline, order.Draft.Version),
                Headline = headline,
                Caption = string.Join("\n", lines.Where(l => l is not null)),
                Buttons = NextSteps.After(timeline, order.Draft.Version, texts),
                ReplyTo = order.Location.HasMoved ? null : order.ReplyTo,
                FullFile = PublicAddress(record.Url),
            },
            texts,
            cancellationToken).ConfigureAwait(false);
        await FinishAsync(order, record with { State = RenderState.Completed, DeliveredMessageId = message?.MessageId }, texts["render.done"])
            .ConfigureAwait(false);
    }

    /// <summary>The backend would not or could not.</summary>
    public async Task FailAsync(
        IVideoBackend backend, BackendCaller caller, RenderRequest order, RenderRecord record, BackendError error, CancellationToken cancellationToken)
    {
        var answer = FailureAnswer.Describe(
            error,
            new FailureSituation
            {
                Turn = order.TurnId,
                RenderVersion = order.Draft.Version,
                IsAnonymous = await backend.IsAnonymousAsync(caller, cancellationToken).ConfigureAwait(false),
                OwnAccount = caller.AccountKey != Accounts.Default,
                UserId = order.Conversation.UserId,
                Web = backend.Traits.Web,
            },
            order.Status.Texts);
        var words = error.Kind is BackendErrorKind.Other ? order.Status.Texts["render.failed"] : answer.Text;
        await FinishAsync(order, record with { State = RenderState.Failed }, words, [.. answer.Buttons]).ConfigureAwait(false);
    }

    /// <summary>This machine could not: the disk is full, a tool is missing.</summary>
    public Task FailAsync(RenderRequest order, RenderRecord record, MediaProblem problem)
    {
        var texts = order.Status.Texts;
        var again = ButtonSet.Export(order.Draft.Version, texts) with { Label = texts["button.rerun"] };
        return FinishAsync(order, record with { State = RenderState.Failed }, MediaProblemText.Describe(problem, texts), again);
    }

    /// <summary>Somebody stopped it, or a newer version took its place. A conversation that is gone is told nothing.</summary>
    public Task StoppedAsync(RenderRequest order, RenderRecord record, RenderStop reason, CancellationToken cancellationToken)
    {
        var texts = order.Status.Texts;
        var stopped = record with { State = RenderState.Cancelled };
        return reason switch
        {
            RenderStop.Cancelled => FinishAsync(order, stopped, texts["render.cancelled"], ButtonSet.Export(order.Draft.Version, texts)),
            RenderStop.Superseded => FinishAsync(order, stopped, texts["render.superseded"]),
            _ => store.UpdateRenderAsync(record.Id, r => r with { State = RenderState.Cancelled, IsClosed = true, EndedAt = clock.GetUtcNow() }, cancellationToken),
        };
    }

    /// <summary>The render is over: its record first, together with what the status message has to say, then the message.</summary>
    private async Task FinishAsync(RenderRequest order, RenderRecord record, string words, params IReadOnlyList<Button> buttons)
    {
        var answer = new Answer(order.Reply.Length == 0 ? words : order.Reply + "\n\n" + words, buttons);
        var ending = await store.EndRenderAsync(
            record.Id,
            r => r with { State = record.State, DeliveredMessageId = record.DeliveredMessageId, IsClosed = true, EndedAt = clock.GetUtcNow() },
            end.NewReply(order.Status, order.Location.Current, order.TurnId, answer),
            CancellationToken.None).ConfigureAwait(false);
        await end.ShowAsync(order.Status, order.Location.Current, answer, ending).ConfigureAwait(false);
    }

    private static async Task<Uri?> FindLinkAsync(IVideoBackend backend, BackendCaller caller, RenderRequest order, CancellationToken cancellationToken)
    {
        if (backend.Traits.Web is null)
        {
            return null;
        }

        try
        {
            var session = new BackendSession(order.Draft.SessionId, order.Conversation.TaskId, order.Conversation.UserId);
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
}
