using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Api.Wire;
using NemoBot.Telegram.Messages;
using NemoBot.Telegram.Settings;
using NemoBot.Telegram.Words;

namespace NemoBot.Telegram;

/// <summary>
/// Telegram: private chats, groups and topics. <see cref="CheckAsync"/> and <see cref="RunAsync"/> throw
/// <see cref="PlatformStartException"/> when the token is not taken; a service out of reach is waited for.
/// </summary>
internal sealed partial class TelegramPlatform(
    TelegramRooms rooms, IOptions<TelegramOptions> options, TimeProvider clock, ILogger<TelegramPlatform> logger)
    : IChatPlatform, IAdministratorLookup, IMessageDeleter, IHelpNotes, IStartCheck
{
    /// <inheritdoc/>
    public string Name => ChatAddress.Platform;

    private TelegramOptions Options => options.Value;

    /// <inheritdoc/>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await rooms.Identity.AskAsync(cancellationToken);
        }
        catch (Exception error) when (error is TelegramApiException or TelegramUnreachableException)
        {
            LogUnreachable(error.Message);
        }
    }

    /// <inheritdoc/>
    public async Task RunAsync(IInboundSink sink, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        rooms.Background.StopWith(stop.Token);
        var news = Task.CompletedTask;
        try
        {
            var me = await MeetAsync(stop.Token);
            LogReady(me.Username);
            await rooms.Handler.StartAsync(sink, me, stop.Token);
            rooms.Background.Run(token => rooms.Commands.RegisterAsync(me.Id, token));
            news = TellNewsAsync(sink, stop.Token);
            await (Options.WebhookUrl is null ? rooms.Poller.RunAsync(me.Id, stop.Token) : rooms.Webhook.RunAsync(stop.Token));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The bot stops.
        }
        finally
        {
            await stop.CancelAsync();
            await news;
            await rooms.Background.DrainAsync();
            await rooms.Handler.StopAsync();
        }
    }

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
            ShowsPoster = true,
        });
    }

    /// <inheritdoc/>
    public int MeasureText(string text) => Markup.Plain(text).Length;

    /// <inheritdoc/>
    public Task<DeliveryResult> SendAsync(ConversationKey conversation, OutboundMessage message, CancellationToken cancellationToken) =>
        rooms.Texts.SendAsync(conversation, message, cancellationToken);

    /// <inheritdoc/>
    public Task<DeliveryResult> EditAsync(MessageRef target, OutboundMessage message, CancellationToken cancellationToken) =>
        rooms.Texts.EditAsync(target, message, cancellationToken);

    /// <inheritdoc/>
    public Task<DeliveryResult> SendFileAsync(ConversationKey conversation, OutboundFile file, CancellationToken cancellationToken) =>
        rooms.FileSender.SendAsync(conversation, file, cancellationToken);

    /// <inheritdoc/>
    public Task<Stream> OpenAsync(ConversationKey conversation, Attachment attachment, CancellationToken cancellationToken) =>
        rooms.FileOpener.OpenAsync(attachment, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> IsAdministratorAsync(ConversationKey conversation, Author author, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(author);
        return rooms.Administrators.IsOneAsync(ChatAddress.Of(conversation), author.Id, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(MessageRef message, CancellationToken cancellationToken) => rooms.Texts.DeleteAsync(message, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<string?> GetHelpNoteAsync(ConversationKey conversation, string language, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        List<string> notes = [];
        if (ChatAddress.Of(conversation).IsGroup && rooms.Identity.HasPrivacyMode)
        {
            notes.Add(TelegramWords.Get(language, "privacy"));
        }

        if (!Options.LocalServer)
        {
            notes.Add(TelegramWords.Get(language, "download", Options.DownloadBytes >> 20));
        }

        return ValueTask.FromResult(notes.Count == 0 ? null : string.Join('\n', notes));
    }

    private async Task<User> MeetAsync(CancellationToken cancellationToken)
    {
        for (var wait = Options.FirstRetry; ; wait = wait * 2 < Options.LongestRetry ? wait * 2 : Options.LongestRetry)
        {
            try
            {
                return await rooms.Identity.AskAsync(cancellationToken);
            }
            catch (Exception error) when (error is TelegramApiException or TelegramUnreachableException)
            {
                LogUnreachable(error.Message);
                await Task.Delay(wait, clock, cancellationToken);
            }
        }
    }

    private async Task TellNewsAsync(IInboundSink sink, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var (from, to) in rooms.News.Reader.ReadAllAsync(cancellationToken))
            {
                await TellAsync(sink, from, to, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The bot stops.
        }
    }

    private async Task TellAsync(IInboundSink sink, ConversationKey from, ConversationKey? to, CancellationToken cancellationToken)
    {
        try
        {
            await (to is null ? sink.CloseAsync(from, cancellationToken) : sink.MoveAsync(from, to, cancellationToken));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogNotTold(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Telegram: the bot is @{Username}")]
    private partial void LogReady(string? username);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram cannot be reached yet: {Reason}")]
    private partial void LogUnreachable(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A closed or moved Telegram chat could not be noted")]
    private partial void LogNotTold(Exception error);
}
