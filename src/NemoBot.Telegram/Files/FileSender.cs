using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Api.Wire;
using NemoBot.Telegram.Messages;
using NemoBot.Telegram.Pacing;
using NemoBot.Telegram.Settings;

namespace NemoBot.Telegram.Files;

/// <summary>Posts files: videos with everything a player wants to know, small pictures as photos, the rest as documents.</summary>
internal sealed class FileSender(TelegramGateway gateway, PacedCalls calls, IOptions<TelegramOptions> options)
{
    /// <summary>Posts a file; its size is checked before anything is sent.</summary>
    public async Task<DeliveryResult> SendAsync(ConversationKey conversation, OutboundFile file, CancellationToken cancellationToken)
    {
        var limit = options.Value.LargestUpload;
        var size = new FileInfo(file.Path) is { Exists: true } found ? found.Length : file.Size;
        if (size > limit)
        {
            return new DeliveryResult.TooLarge(limit);
        }

        var address = ChatAddress.Of(conversation);
        var plan = new FilePlan(KindOf(file, size), options.Value.LocalServer, new SendForm());
        while (true)
        {
            var current = plan;
            var outcome = await calls.SendAsync(
                address, SendPriority.Final, async a => TextSender.Ref(a, await SendOnceAsync(a, file, current, cancellationToken)), cancellationToken);
            if (outcome.Problem is not { } problem)
            {
                return outcome.Result;
            }

            if (problem.IsTooLarge && !plan.ByPath)
            {
                // The service's limit is lower than ours: what it would take is not told, so the next try is clearly smaller.
                return new DeliveryResult.TooLarge(Math.Max(1, Math.Min(limit, size / 10 * 9)));
            }

            if (plan.After(problem) is not { } next)
            {
                return outcome.Result;
            }

            plan = next;
        }
    }

    private Task<Message> SendOnceAsync(ChatAddress address, OutboundFile file, FilePlan plan, CancellationToken cancellationToken)
    {
        List<FilePart> parts = [];
        string? content = new Uri(file.Path).AbsoluteUri;
        if (!plan.ByPath)
        {
            parts.Add(new FilePart(plan.Field, file.Path, file.FileName, file.MimeType));
            content = null;
        }

        var thumbnail = Thumbnail(file, plan);
        if (thumbnail is not null)
        {
            parts.Add(thumbnail);
        }

        return gateway.SendFileAsync(plan.Method, Compose(address, file, plan, content, thumbnail), parts, cancellationToken);
    }

    private static SendFileRequest Compose(ChatAddress address, OutboundFile file, FilePlan plan, string? content, FilePart? thumbnail)
    {
        var video = plan.Kind == FileKind.Video ? file.Video : null;
        var caption = Markup.Plain(file.Caption);
        var hasCaption = !string.IsNullOrWhiteSpace(caption);
        return new SendFileRequest
        {
            ChatId = address.Chat,
            MessageThreadId = plan.Form.Topic ? address.Topic : null,
            Video = plan.Kind == FileKind.Video ? content : null,
            Photo = plan.Kind == FileKind.Photo ? content : null,
            Document = plan.Kind == FileKind.Document ? content : null,
            Thumbnail = thumbnail is null ? null : $"attach://{thumbnail.Field}",
            Width = video?.Width,
            Height = video?.Height,
            Duration = video is null ? null : (int)Math.Max(1, Math.Round(video.Duration.TotalSeconds)),
            SupportsStreaming = video is null ? null : true,
            Caption = hasCaption ? (plan.Form.Html ? Markup.Escape(caption) : caption) : null,
            ParseMode = hasCaption && plan.Form.Html ? Markup.Html : null,
            ReplyParameters = plan.Form.Reply ? TextSender.Reply(file.ReplyTo) : null,
            ReplyMarkup = Keyboard.Of(address, file.Buttons),
        };
    }

    private FilePart? Thumbnail(OutboundFile file, FilePlan plan) =>
        plan.Kind == FileKind.Video && file.Video?.PosterPath is { } path
        && new FileInfo(path) is { Exists: true, Length: > 0 } poster && poster.Length <= options.Value.ThumbnailBytes
            ? new FilePart("thumbnail_file", path, "thumbnail.jpg", "image/jpeg")
            : null;

    private FileKind KindOf(OutboundFile file, long size) => file.MimeType switch
    {
        "video/mp4" when file.Video is not null => FileKind.Video,
        "image/png" or "image/jpeg" when size <= options.Value.PhotoBytes => FileKind.Photo,
        _ => FileKind.Document,
    };
}
