using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Core.Status;
using NemoBot.Core.Text;

namespace NemoBot.Core.Rendering;

/// <summary>
/// Posts a finished video: as it is when it fits, fitted to the limit when that keeps it watchable (saying what was traded), as a
/// link otherwise. The text never rides with a file that may be refused: it is measured first, and repeated as a message if the
/// file cannot go.
/// </summary>
internal sealed partial class VideoDelivery(
    PlatformDirectory platforms,
    Messenger messenger,
    IMediaTools media,
    IEnumerable<IFileShare> shares,
    IOptions<DeliveryOptions> options,
    ILogger<VideoDelivery> logger)
{
    /// <summary>In pixels; no platform takes a larger one.</summary>
    private const int PosterSide = 320;

    /// <returns>The message with the video or the link; null if the conversation is gone.</returns>
    public async Task<MessageRef?> DeliverAsync(VideoDeliveryRequest parcel, Texts texts, CancellationToken cancellationToken)
    {
        var limits = await platforms.For(parcel.Conversation).GetLimitsAsync(parcel.Conversation, cancellationToken).ConfigureAwait(false);
        var limit = limits.UploadBytes;
        var size = new FileInfo(parcel.Path).Length;
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var (path, note) = size <= limit && attempt == 0
                ? (parcel.Path, null)
                : await FitAsync(parcel, limit, texts, cancellationToken).ConfigureAwait(false);
            if (path is null)
            {
                break;
            }

            var result = await SendAsync(parcel, path, note, limits, texts, cancellationToken).ConfigureAwait(false);
            switch (result)
            {
                case DeliveryResult.Delivered delivered:
                    return delivered.Message;
                case DeliveryResult.Gone:
                    return null;
                case DeliveryResult.TooLarge tooLarge:
                    limit = Math.Min(tooLarge.Limit, new FileInfo(path).Length * 3 / 4);
                    continue;
                default:
                    LogRefused(logger, parcel.Conversation.Platform, result.ToString());
                    return await SendLinkAsync(parcel, null, texts, cancellationToken).ConfigureAwait(false);
            }
        }

        return await SendLinkAsync(parcel, limit, texts, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(string? Path, string? Note)> FitAsync(VideoDeliveryRequest parcel, long limit, Texts texts, CancellationToken cancellationToken)
    {
        var target = (long)(limit * options.Value.FitTarget);
        var fitted = await media.FitAsync(parcel.Path, Path.GetDirectoryName(parcel.Path)!, target, null, cancellationToken).ConfigureAwait(false);
        if (fitted is null)
        {
            return (null, null);
        }

        var traded = texts.Format("video.fitted", ByteText.Of(limit), Math.Min(fitted.Width, fitted.Height), Math.Round(fitted.FrameRate));
        var full = await FindFullAsync(parcel, cancellationToken).ConfigureAwait(false);
        return (fitted.Path, full is null ? traded : traded + "\n" + texts.Format("video.full", full));
    }

    private async Task<DeliveryResult> SendAsync(
        VideoDeliveryRequest parcel, string path, string? note, PlatformLimits limits, Texts texts, CancellationToken cancellationToken)
    {
        var platform = platforms.For(parcel.Conversation);
        var caption = note is null ? parcel.Caption : parcel.Caption + "\n" + note;
        var fits = platform.MeasureText(caption) <= limits.CaptionLength;
        var poster = limits.ShowsPoster ? Path.ChangeExtension(path, ".poster.jpg") : null;
        var video = await media.DescribeVideoAsync(path, poster, PosterSide, cancellationToken).ConfigureAwait(false);
        var buttons = Messenger.Fit(parcel.Buttons, limits);
        var file = new OutboundFile
        {
            Path = path,
            FileName = parcel.FileName,
            MimeType = "video/mp4",
            Size = new FileInfo(path).Length,
            Video = video,
            Caption = fits ? caption : TextSplitter.Shorten(parcel.Headline, limits.CaptionLength, platform.MeasureText),
            Buttons = fits ? buttons : [],
            ReplyTo = parcel.ReplyTo,
            DeduplicationKey = Guid.NewGuid().ToString("N"),
        };
        var result = await messenger.PersistAsync(() => platform.SendFileAsync(parcel.Conversation, file, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        if (!fits && result is DeliveryResult.Delivered)
        {
            await messenger.SayAsync(parcel.Conversation, caption, buttons, null, cancellationToken).ConfigureAwait(false);
        }

        return result;
    }

    /// <param name="parcel">The video.</param>
    /// <param name="limit">The size that was too small for it; null if it was refused for another reason.</param>
    /// <param name="texts">The language.</param>
    /// <param name="cancellationToken">Gives up.</param>
    private async Task<MessageRef?> SendLinkAsync(VideoDeliveryRequest parcel, long? limit, Texts texts, CancellationToken cancellationToken)
    {
        var full = await FindFullAsync(parcel, cancellationToken).ConfigureAwait(false);
        var size = ByteText.Of(new FileInfo(parcel.Path).Length);
        var text = (limit, full) switch
        {
            (null, null) => texts["video.refused"],
            (null, _) => texts.Format("video.refused-link", full),
            ({ } most, null) => texts.Format("video.too-large", size, ByteText.Of(most)),
            ({ } most, _) => texts.Format("video.by-link", size, ByteText.Of(most), full),
        };
        return await messenger.SayAsync(parcel.Conversation, text + "\n\n" + parcel.Caption, parcel.Buttons, parcel.ReplyTo, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<Uri?> FindFullAsync(VideoDeliveryRequest parcel, CancellationToken cancellationToken)
    {
        foreach (var share in shares)
        {
            if (await share.ShareAsync(parcel.Path, parcel.FileName, cancellationToken).ConfigureAwait(false) is { } address)
            {
                return address;
            }
        }

        return parcel.FullFile;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A video was refused by {Platform}: {Result}")]
    private static partial void LogRefused(ILogger logger, string platform, string result);
}
