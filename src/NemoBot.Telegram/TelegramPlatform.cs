using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Files;
using NemoBot.Telegram.Messages;
using NemoBot.Telegram.Settings;
using NemoBot.Telegram.Updates;
using NemoBot.Telegram.Words;

namespace NemoBot.Telegram;

/// <summary>
/// Telegram: private chats, groups and topics. <see cref="CheckAsync"/> and the start of <see cref="RunAsync"/> throw
/// <see cref="PlatformStartException"/> when the token is refused; a service out of reach is waited for, and so is a token that is
/// revoked later.
/// </summary>
internal sealed class TelegramPlatform(
    UpdateReceiver receiver,
    BotIdentity identity,
    AdministratorLookup administrators,
    TextSender texts,
    FileSender files,
    FileOpener attachments,
    IOptions<TelegramOptions> options)
    : IChatPlatform, IAdministratorLookup, IMessageDeleter, IHelpNotes, IStartCheck, IPlatformHealth
{
    /// <inheritdoc/>
    public string Name => ChatAddress.Platform;

    /// <inheritdoc/>
    public string? Problem => receiver.Problem;

    private TelegramOptions Options => options.Value;

    /// <inheritdoc/>
    public Task<bool> CheckAsync(CancellationToken cancellationToken) => identity.CheckAsync(cancellationToken);

    /// <inheritdoc/>
    public Task RunAsync(IInboundSink sink, CancellationToken cancellationToken) => receiver.RunAsync(sink, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<PlatformLimits> GetLimitsAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        var isGroup = ChatAddress.Of(conversation).IsGroup;
        return ValueTask.FromResult(new PlatformLimits
        {
            TextLength = Options.TextLength,
            CaptionLength = Options.CaptionLength,
            UploadBytes = Options.LargestUpload,
            DownloadBytes = Options.LocalServer ? null : Options.DownloadBytes,
            EditInterval = isGroup ? Options.GroupEditInterval : Options.PrivateEditInterval,
            Buttons = Options.Buttons,
            IsGroup = isGroup,
            RecognizesRepeats = false,
            PosterSide = 320,
        });
    }

    /// <inheritdoc/>
    public int MeasureText(string text) => Markup.Plain(text).Length;

    /// <inheritdoc/>
    public Task<DeliveryResult> SendAsync(ConversationKey conversation, OutboundMessage message, CancellationToken cancellationToken) =>
        texts.SendAsync(conversation, message, cancellationToken);

    /// <inheritdoc/>
    public Task<DeliveryResult> EditAsync(MessageRef target, OutboundMessage message, CancellationToken cancellationToken) =>
        texts.EditAsync(target, message, cancellationToken);

    /// <inheritdoc/>
    public Task<DeliveryResult> SendFileAsync(ConversationKey conversation, OutboundFile file, CancellationToken cancellationToken) =>
        files.SendAsync(conversation, file, cancellationToken);

    /// <inheritdoc/>
    public Task<Stream> OpenAsync(ConversationKey conversation, Attachment attachment, CancellationToken cancellationToken) =>
        attachments.OpenAsync(attachment, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> IsAdministratorAsync(ConversationKey conversation, Author author, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(author);
        return administrators.IsAdministratorAsync(ChatAddress.Of(conversation), author.Id, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(MessageRef message, CancellationToken cancellationToken) => texts.DeleteAsync(message, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<string?> GetHelpNoteAsync(ConversationKey conversation, string language, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        List<string> notes = [];
        if (ChatAddress.Of(conversation).IsGroup && identity.HasPrivacyMode)
        {
            notes.Add(TelegramWords.Get(language, "privacy"));
        }

        if (!Options.LocalServer)
        {
            notes.Add(TelegramWords.Get(language, "download", Options.DownloadBytes >> 20));
        }

        return ValueTask.FromResult(notes.Count == 0 ? null : string.Join('\n', notes));
    }
}
