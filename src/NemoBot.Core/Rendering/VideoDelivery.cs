using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Telemetry;
using NemoBot.Core.Text;

namespace NemoBot.Core.Rendering;

/// <summary>
/// Posts a finished video, sound or picture: as it is when it fits, fitted to the limit when that keeps it watchable (saying what was traded), as a
/// link otherwise. The text never rides with a file that may be refused: it is measured first, and repeated as a message if the
/// file cannot go.
/// </summary>
internal sealed partial class VideoDelivery(
    PlatformDirectory platforms,
    Messenger messenger,
    IMediaTools media,
    FullFileLinks links,
    IOptionsMonitor<DeliveryOptions> options,
    ILogger<VideoDelivery> logger)
{
    /// <returns>
    /// Delivered with the message that holds the video or the link; Gone; Unknown if the chat never confirmed it; Refused if it took neither
    /// the video nor the link.
    /// </returns>
    public async Task<DeliveryResult> DeliverAsync(VideoDeliveryRequest request, Texts texts, CancellationToken cancellationToken)
    {
        using var span = BotTraces.Start("delivery", ActivityKind.Producer);
        span?.SetTag("platform", request.Conversation.Platform);
        var limits = await platforms.For(request.Conversation).GetLimitsAsync(request.Conversation, cancellationToken).ConfigureAwait(false);
        var limit = limits.UploadBytes;
        var size = new FileInfo(request.Path).Length;
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var (path, note) = size <= limit && attempt == 0
                ? (request.Path, null)
                : await FitAsync(request, limit, texts, cancellationToken).ConfigureAwait(false);
            if (path is null)
            {
                break;
            }

            var result = await SendAsync(request, path, note, limits, texts, cancellationToken).ConfigureAwait(false);
            switch (result)
            {
                case DeliveryResult.Delivered or DeliveryResult.Gone or DeliveryResult.Unknown:
                    return result;
                case DeliveryResult.TooLarge tooLarge:
                    limit = Math.Min(tooLarge.Limit, new FileInfo(path).Length * 3 / 4);
                    continue;
                default:
                    LogRefused(logger, request.Conversation.Platform, result.ToString());
                    return await SendLinkAsync(request, null, texts, cancellationToken).ConfigureAwait(false);
            }
        }

        return await SendLinkAsync(request, limit, texts, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(string? Path, string? Note)> FitAsync(VideoDeliveryRequest request, long limit, Texts texts, CancellationToken cancellationToken)
    {
        var target = (long)(limit * options.CurrentValue.FitTarget);
        if (FinishedFile.TypeOf(request.Path).Kind != MediaKind.Video)
        {
            return await CompressAsync(request, target, limit, texts, cancellationToken).ConfigureAwait(false);
        }

        var fitted = await media.FitAsync(request.Path, Path.GetDirectoryName(request.Path)!, target, null, cancellationToken).ConfigureAwait(false);
        if (fitted is null)
        {
            return (null, null);
        }

        var traded = texts.Format("video.fitted", ByteText.Of(limit), Math.Min(fitted.Width, fitted.Height), Math.Round(fitted.FrameRate));
        return (fitted.Path, await WithFullAsync(request, traded, texts, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Sound is encoded again; a picture stays as it is.</summary>
    private async Task<(string? Path, string? Note)> CompressAsync(
        VideoDeliveryRequest request, long target, long limit, Texts texts, CancellationToken cancellationToken)
    {
        var small = FinishedFile.TypeOf(request.Path).Kind == MediaKind.Audio
            ? await media.CompressAsync(request.Path, Path.GetDirectoryName(request.Path)!, target, null, cancellationToken).ConfigureAwait(false)
            : null;
        return small is null
            ? (null, null)
            : (small, await WithFullAsync(request, texts.Format("video.compressed", ByteText.Of(limit)), texts, cancellationToken).ConfigureAwait(false));
    }

    private async Task<string> WithFullAsync(VideoDeliveryRequest request, string traded, Texts texts, CancellationToken cancellationToken)
    {
        var full = await links.FindAsync(request, cancellationToken).ConfigureAwait(false);
        return full is null ? traded : traded + "\n" + texts.Format("video.full", full);
    }

    private async Task<DeliveryResult> SendAsync(
        VideoDeliveryRequest request, string path, string? note, PlatformLimits limits, Texts texts, CancellationToken cancellationToken)
    {
        var platform = platforms.For(request.Conversation);
        var caption = note is null ? request.Caption : request.Caption + "\n" + note;
        var fits = platform.MeasureText(caption) <= limits.CaptionLength;
        var type = FinishedFile.TypeOf(path);
        var poster = limits.PosterSide > 0 ? Path.ChangeExtension(path, ".poster.jpg") : null;
        var video = type.Kind == MediaKind.Video
            ? await media.DescribeVideoAsync(path, poster, limits.PosterSide, cancellationToken).ConfigureAwait(false)
            : null;
        var buttons = Messenger.Fit(request.Buttons, limits);
        var file = new OutboundFile
        {
            Path = path,
            FileName = $"{request.Name}.{type.Extension}",
            MimeType = type.MimeType,
            Size = new FileInfo(path).Length,
            Video = video,
            Caption = fits ? caption : TextSplitter.Shorten(request.Headline, limits.CaptionLength, platform.MeasureText),
            Buttons = fits ? buttons : [],
            ReplyTo = request.ReplyTo,
            DeduplicationKey = request.Key,
            BeforeSend = request.BeforeSend,
        };
        var result = await messenger.PersistAsync(() => platform.SendFileAsync(request.Conversation, file, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        if (result is DeliveryResult.Delivered)
        {
            BotMetrics.Transferred("delivered", file.Size);
        }

        if (!fits && result is DeliveryResult.Delivered)
        {
            await SayAsync(request.Conversation, caption, buttons, cancellationToken).ConfigureAwait(false);
        }

        return result;
    }

    /// <summary>Posts the text of a file that is in the chat already: it was delivered, whatever comes of its text.</summary>
    private async Task SayAsync(ConversationKey conversation, string caption, IReadOnlyList<Button> buttons, CancellationToken cancellationToken)
    {
        try
        {
            await messenger.SayAsync(conversation, caption, buttons, null, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not LaneLostException)
        {
            LogNotSaid(logger, exception, conversation.Platform);
        }
    }

    /// <param name="request">The video.</param>
    /// <param name="limit">The size that was too small for it; null if it was refused for another reason.</param>
    /// <param name="texts">The language.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    private async Task<DeliveryResult> SendLinkAsync(VideoDeliveryRequest request, long? limit, Texts texts, CancellationToken cancellationToken)
    {
        var full = await links.FindAsync(request, cancellationToken).ConfigureAwait(false);
        var size = ByteText.Of(new FileInfo(request.Path).Length);
        var type = FinishedFile.TypeOf(request.Path);
        var name = FinishedFile.NameOf(type, texts);
        var text = (limit, full) switch
        {
            (null, null) => texts.Format("video.refused", name),
            (null, _) => texts.Format("video.refused-link", full, name),
            ({ } most, null) => texts.Format(type.Kind is MediaKind.Video ? "video.too-large" : "video.too-large-file", size, ByteText.Of(most), name),
            ({ } most, _) => texts.Format("video.by-link", size, ByteText.Of(most), full, name),
        };
        return await messenger.SayAsync(request.Conversation, text + "\n\n" + request.Caption, request.Buttons, request.ReplyTo, cancellationToken)
            .ConfigureAwait(false);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The text of a posted file could not be posted on {Platform}.")]
    private static partial void LogNotSaid(ILogger logger, Exception exception, string platform);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A video was refused by {Platform}: {Result}")]
    private static partial void LogRefused(ILogger logger, string platform, string result);
}
