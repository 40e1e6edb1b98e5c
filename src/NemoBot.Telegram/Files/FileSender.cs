using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Messages;
using NemoBot.Telegram.Pacing;
using NemoBot.Telegram.Settings;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace NemoBot.Telegram.Files;

/// <summary>Sends files: videos with the facts that players need, small pictures as photos, everything else as documents.</summary>
internal sealed class FileSender(TelegramGateway gateway, PacedCalls calls, IOptions<TelegramOptions> options)
{
    /// <summary>Sends a file; its size is checked before anything is uploaded.</summary>
    public async Task<DeliveryResult> SendAsync(ConversationKey conversation, OutboundFile file, CancellationToken cancellationToken)
    {
        var limit = options.Value.LargestUpload;
        var size = new FileInfo(file.Path) is { Exists: true } found ? found.Length : file.Size;
        if (size > limit)
        {
            return new DeliveryResult.TooLarge(limit);
        }

        var address = ChatAddress.Of(conversation);
        var plan = new FilePlan(ChooseKind(file, size), options.Value.LocalServer, new SendFallback());
        while (true)
        {
            var current = plan;
            var outcome = await calls.SendAsync(
                address, SendPriority.Final, async a => MessageIds.CreateRef(a, await SendOnceAsync(a, file, current, cancellationToken)), cancellationToken);
            if (outcome.Problem is not { } problem)
            {
                return outcome.Result;
            }

            if (problem.IsTooLarge && !plan.ByPath)
            {
                // The service's limit is lower than ours and unknown: report one that is clearly smaller than the file.
                return new DeliveryResult.TooLarge(Math.Max(1, Math.Min(limit, size / 10 * 9)));
            }

            if (plan.After(problem) is not { } next)
            {
                return outcome.Result;
            }

            plan = next;
        }
    }

    private async Task<int?> SendOnceAsync(ChatAddress address, OutboundFile file, FilePlan plan, CancellationToken cancellationToken)
    {
        await file.ConfirmAsync(cancellationToken);
        List<UploadStream> uploads = [];
        try
        {
            // Sent as text, because the library would decode the escapes of the address.
            InputFile content = plan.ByPath ? new InputFileId(new Uri(file.Path).AbsoluteUri) : Open(file.Path, file.FileName, uploads);
            var thumbnail = FindThumbnail(file, plan) is { } path ? Open(path, "thumbnail.jpg", uploads) : null;
            return await gateway.SendFileAsync(CreateRequest(address, file, plan, content, thumbnail), uploads, cancellationToken);
        }
        finally
        {
            foreach (var upload in uploads)
            {
                await upload.DisposeAsync();
            }
        }
    }

    private static IRequest<Message> CreateRequest(ChatAddress address, OutboundFile file, FilePlan plan, InputFile content, InputFile? thumbnail) =>
        plan.Kind switch
        {
            FileKind.Video => FileRequests.Video(address, file, plan.Fallback, content, thumbnail),
            FileKind.Photo => FileRequests.Photo(address, file, plan.Fallback, content),
            _ => FileRequests.Document(address, file, plan.Fallback, content),
        };

    private static InputFileStream Open(string path, string name, List<UploadStream> uploads)
    {
        var stream = new UploadStream(path);
        uploads.Add(stream);
        return InputFile.FromStream(stream, CleanName(name));
    }

    private string? FindThumbnail(OutboundFile file, FilePlan plan) =>
        plan.Kind == FileKind.Video && file.Video?.PosterPath is { } path
        && new FileInfo(path) is { Exists: true, Length: > 0 } poster && poster.Length <= options.Value.ThumbnailBytes
            ? path
            : null;

    private FileKind ChooseKind(OutboundFile file, long size) => file.MimeType switch
    {
        "video/mp4" when file.Video is not null => FileKind.Video,
        "image/png" or "image/jpeg" when size <= options.Value.PhotoBytes => FileKind.Photo,
        _ => FileKind.Document,
    };

    /// <summary>Parsers disagree about escapes in a quoted name, so the name contains nothing that needs one.</summary>
    private static string CleanName(string name) =>
        string.Concat(name.Select(c => c is '"' or '\\' or '/' || char.IsControl(c) ? '_' : c));
}
