using NemoBot.Core.Backend;
using NemoBot.Core.Delivery;
using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Core.Timeline;

namespace NemoBot.Core.Rendering;

/// <summary>Says how a render ended: posts the video with all that goes along, or what went wrong and what can be done.</summary>
internal sealed class RenderPost(IBotStore store, VideoDelivery delivery, Messenger messenger, TimeProvider clock)
{
    /// <summary>Posts the video, then ends the status message.</summary>
    public async Task DeliverAsync(
        IVideoBackend backend, BackendCaller caller, RenderOrder order, RenderRecord record, string path, CancellationToken cancellationToken)
    {
        var texts = order.Status.Texts;
        order.Status.Stage(texts["render.posting"]);
        var timeline = DraftReader.Read(order.Draft.Json, order.Draft.Width, order.Draft.Height);
        var link = await FindLinkAsync(backend, caller, order, cancellationToken).ConfigureAwait(false);
        var headline = texts.Format("video.headline", order.Draft.Version);
        string?[] lines = [headline, TimelineSummary.Describe(timeline, texts), link is null ? null : texts.Format("video.project", link), order.Cost];
        var message = await delivery.DeliverAsync(
            new VideoParcel
            {
                Conversation = record.Conversation,
                Path = path,
                FileName = NextSteps.FileName(timeline, order.Draft.Version),
                Headline = headline,
                Caption = string.Join("\n", lines.Where(l => l is not null)),
                Buttons = NextSteps.After(timeline, order.Draft.Version, texts),
                ReplyTo = order.ReplyTo,
                FullFile = PublicAddress(record.Url),
            },
            texts,
            cancellationToken).ConfigureAwait(false);
        await CloseAsync(record with { State = RenderState.Completed, DeliveredMessageId = message?.MessageId }, CancellationToken.None).ConfigureAwait(false);
        await FinishAsync(order, texts["render.done"]).ConfigureAwait(false);
    }

    /// <summary>The backend would not or could not.</summary>
    public async Task FailAsync(
        IVideoBackend backend, BackendCaller caller, RenderOrder order, RenderRecord record, BackendError error, CancellationToken cancellationToken)
    {
        await CloseAsync(record with { State = RenderState.Failed }, cancellationToken).ConfigureAwait(false);
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
        await FinishAsync(order, words, [.. answer.Buttons]).ConfigureAwait(false);
    }

    /// <summary>This machine could not: the disk is full, a tool is missing.</summary>
    public async Task FailAsync(RenderOrder order, RenderRecord record, MediaProblem problem, CancellationToken cancellationToken)
    {
        await CloseAsync(record with { State = RenderState.Failed }, cancellationToken).ConfigureAwait(false);
        var texts = order.Status.Texts;
        await FinishAsync(order, MediaWords.Describe(problem, texts), ButtonSet.Export(order.Draft.Version, texts) with { Label = texts["button.rerun"] })
            .ConfigureAwait(false);
    }

    /// <summary>Somebody stopped it, or a newer version took its place.</summary>
    public async Task StoppedAsync(RenderOrder order, RenderStop reason)
    {
        var texts = order.Status.Texts;
        if (reason is RenderStop.Cancelled)
        {
            await FinishAsync(order, texts["render.cancelled"], ButtonSet.Export(order.Draft.Version, texts)).ConfigureAwait(false);
        }
        else if (reason is RenderStop.Superseded)
        {
            await FinishAsync(order, texts["render.superseded"]).ConfigureAwait(false);
        }
    }

    private async Task FinishAsync(RenderOrder order, string end, params IReadOnlyList<Button> buttons)
    {
        var text = order.Reply.Length == 0 ? end : order.Reply + "\n\n" + end;
        var rest = await order.Status.FinishAsync(new Answer(text, buttons)).ConfigureAwait(false);
        foreach (var piece in rest)
        {
            var last = ReferenceEquals(piece, rest[^1]);
            await messenger.SayAsync(order.Conversation.Key, piece, last ? buttons : [], null, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private Task CloseAsync(RenderRecord record, CancellationToken cancellationToken) =>
        store.SaveRenderAsync(record with { IsClosed = true, EndedAt = clock.GetUtcNow() }, cancellationToken);

    private static async Task<Uri?> FindLinkAsync(IVideoBackend backend, BackendCaller caller, RenderOrder order, CancellationToken cancellationToken)
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
