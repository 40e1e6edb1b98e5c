using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Web.Files;
using NemoBot.Web.Messages;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Chat;

/// <summary>The built-in web chat as a platform. Messages are written to the chat's log, which pages read.</summary>
internal sealed partial class WebPlatform(
    IOptions<WebChatOptions> options,
    ChatLog log,
    ChangeNotifier notifier,
    FileSpool spool,
    FileRetention retention,
    InboundSinkHolder sinks,
    Participants participants,
    ILogger<WebPlatform> logger) : IChatPlatform, IMessageDeleter, IConversationEraser, IFileShare, IAuthorAssurance
{
    /// <summary>Newest messages among which a repeat is looked for.</summary>
    private const int RepeatsWithin = 200;

    private static readonly TimeSpan VaultPause = TimeSpan.FromSeconds(10);

    public string Name => ChatLog.Platform;

    public AuthorAssurance Assurance => AuthorAssurance.SelfNamed;

    public async Task RunAsync(IInboundSink sink, CancellationToken cancellationToken)
    {
        spool.RemoveLeftovers();
        sinks.Set(sink);
        try
        {
            await retention.RunAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Shutting down.
        }
    }

    public async ValueTask<PlatformLimits> GetLimitsAsync(ConversationKey conversation, CancellationToken cancellationToken) => new()
    {
        TextLength = options.Value.MaxTextLength,
        CaptionLength = options.Value.MaxTextLength,
        UploadBytes = long.MaxValue,
        EditInterval = options.Value.EditInterval,
        Buttons = 12,
        DrawsProgress = true,
        PosterSide = 1280,
        IsGroup = await participants.IsGroupAsync(conversation.Channel, cancellationToken),
    };

    public int MeasureText(string text) => text.Length;

    public async Task<DeliveryResult> SendAsync(ConversationKey conversation, OutboundMessage message, CancellationToken cancellationToken) =>
        await FindRepeatedAsync(conversation, message.DeduplicationKey, cancellationToken) is { } posted
            ? await EditAsync(posted, message, cancellationToken)
            : await AppendAsync(conversation, BotMessages.Compose(message, log.Now) with { Once = message.DeduplicationKey }, message.ConfirmAsync, cancellationToken);

    public async Task<DeliveryResult> EditAsync(MessageRef target, OutboundMessage message, CancellationToken cancellationToken)
    {
        var channel = target.Conversation.Channel;
        if (!ChatLog.TryParseId(target.MessageId, out var id) || await log.FindAsync(channel, id, cancellationToken) is not { } before)
        {
            return await SendAsync(target.Conversation, message, cancellationToken);
        }

        var edited = BotMessages.Edit(before, message, log.Now);
        if (MessageJson.Write(edited) == MessageJson.Write(before))
        {
            return new DeliveryResult.Delivered(target);
        }

        await message.ConfirmAsync(cancellationToken);
        return await log.RewriteAsync(channel, id, edited, cancellationToken) is null
            ? await SendAsync(target.Conversation, message, cancellationToken)
            : new DeliveryResult.Delivered(target);
    }

    public async Task<DeliveryResult> SendFileAsync(ConversationKey conversation, OutboundFile file, CancellationToken cancellationToken)
    {
        if (await FindRepeatedAsync(conversation, file.DeduplicationKey, cancellationToken) is { } posted)
        {
            return new DeliveryResult.Delivered(posted);
        }

        StoredFile stored;
        var poster = file.Video?.PosterPath is { } path && File.Exists(path) ? path : null;
        try
        {
            stored = await spool.AddAsync(conversation.Channel, file.Path, file.FileName, poster, cancellationToken);
        }
        catch (VaultException error)
        {
            LogVault(error.Message);
            return new DeliveryResult.RateLimited(VaultPause);
        }
        catch (IOException error) when (DiskErrors.IsFull(error))
        {
            return new DeliveryResult.Refused("The disk with the files of the web chat is full.");
        }

        try
        {
            return await AppendAsync(conversation, BotMessages.Compose(file, stored, poster is not null, log.Now), file.ConfirmAsync, cancellationToken);
        }
        catch (Exception)
        {
            await RemoveUnpostedAsync(conversation, file.DeduplicationKey, stored);
            throw;
        }
    }

    /// <summary>The next attempt keeps a copy of its own. A message whose answer was lost needs this one.</summary>
    private async Task RemoveUnpostedAsync(ConversationKey conversation, string? key, StoredFile file)
    {
        try
        {
            if (await FindRepeatedAsync(conversation, key, CancellationToken.None) is null)
            {
                await spool.RemoveAsync([file]);
            }
        }
        catch (Exception error)
        {
            // Unknown whether it is posted: a copy too many is better than a video without its file.
            LogKept(error);
        }
    }

    public async Task<Stream> OpenAsync(ConversationKey conversation, Attachment attachment, CancellationToken cancellationToken)
    {
        try
        {
            return await OpenAsync(conversation, attachment.Reference, cancellationToken) ?? throw new AttachmentException(AttachmentProblem.Gone);
        }
        catch (VaultException error)
        {
            LogVault(error.Message);
            throw new AttachmentException(AttachmentProblem.Unreachable, inner: error);
        }
    }

    public async Task<bool> DeleteAsync(MessageRef message, CancellationToken cancellationToken) =>
        ChatLog.TryParseId(message.MessageId, out var id)
        && await log.DeleteAsync(message.Conversation.Channel, id, cancellationToken);

    public async Task<ErasedFiles> EraseAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        var erased = await spool.RemoveChannelAsync(conversation.Channel, cancellationToken);
        participants.Forget(conversation.Channel);
        notifier.Reset(conversation.Channel);
        return erased;
    }

    public async Task<Uri?> ShareAsync(string path, string fileName, CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled || options.Value.PublicUrl is not { } site)
        {
            return null;
        }

        var file = await spool.AddAsync("", path, fileName, null, cancellationToken);
        return new Uri(site.AbsoluteUri.TrimEnd('/') + file.Address);
    }

    private async Task<Stream?> OpenAsync(ConversationKey conversation, string id, CancellationToken cancellationToken) =>
        await spool.FindAsync(id, cancellationToken) is { } file && file.Channel == conversation.Channel
            ? (await spool.OpenAsync(file, cancellationToken))?.Content
            : null;

    /// <summary>The message that was posted under the key before a crash; null if there is none.</summary>
    private async Task<MessageRef?> FindRepeatedAsync(ConversationKey conversation, string? key, CancellationToken cancellationToken)
    {
        if (key is null)
        {
            return null;
        }

        // Hardly any post is a repeat: only a message that holds the key is parsed.
        var encoded = JsonEncodedText.Encode(key).ToString();
        var newest = await log.ReadNewestAsync(conversation.Channel, RepeatsWithin, cancellationToken);
        return newest.LastOrDefault(m => m.Json.Contains(encoded, StringComparison.Ordinal) && MessageJson.Read(m).Once == key) is { } found
            ? new MessageRef(conversation, found.Id.ToString(CultureInfo.InvariantCulture))
            : null;
    }

    private async Task<DeliveryResult> AppendAsync(
        ConversationKey conversation, ChatMessage message, Func<CancellationToken, Task> confirm, CancellationToken cancellationToken)
    {
        await confirm(cancellationToken);
        var logged = await log.AppendAsync(conversation.Channel, message, cancellationToken);
        return new DeliveryResult.Delivered(new MessageRef(conversation, logged.Id.ToString(CultureInfo.InvariantCulture)));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file of the web chat could not be read or kept; retrying. {Reason}")]
    private partial void LogVault(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The copy of a file that may not be posted is kept.")]
    private partial void LogKept(Exception exception);
}
