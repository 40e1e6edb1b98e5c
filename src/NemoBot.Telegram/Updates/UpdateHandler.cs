using System.Text.Json;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Messages;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace NemoBot.Telegram.Updates;

/// <summary>Handles one update. It returns once the content is on disk and throws only if it could not be stored.</summary>
internal sealed partial class UpdateHandler(
    TelegramGateway gateway,
    InboundPublisher publisher,
    AlbumCollector albums,
    GroupGreeting greeting,
    ChatStateEvents events,
    BackgroundWork background,
    ILogger<UpdateHandler> logger)
{
    /// <summary>The update kinds to receive. Edited messages are left out: a request does not change once it was accepted.</summary>
    public static readonly IReadOnlyList<UpdateType> Wanted = [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    /// <summary>True while updates can be handled.</summary>
    public bool IsReady => publisher.IsOpen;

    /// <summary>Handles updates for this sink from now on.</summary>
    public async Task StartAsync(IInboundSink sink, CancellationToken cancellationToken)
    {
        publisher.Open(sink);
        await albums.StartAsync(cancellationToken);
    }

    /// <summary>Handles nothing more.</summary>
    public async Task StopAsync()
    {
        publisher.Close();
        await albums.StopAsync();
    }

    /// <summary>Handles an update. One that cannot be read is logged and counts as handled.</summary>
    public async Task HandleAsync(JsonElement raw, CancellationToken cancellationToken)
    {
        _ = publisher.Sink;
        var update = LenientReader<Update>.Read(raw, out var skipped);
        if (update is null)
        {
            LogUnreadable();
            return;
        }

        if (skipped.Count > 0)
        {
            LogSkipped(update.Id, string.Join(", ", skipped));
        }

        await (update switch
        {
            { CallbackQuery: { } query } => HandlePressAsync(query, cancellationToken),
            { MyChatMember: { Chat.Id: not 0 } change } => HandleMembershipAsync(change, cancellationToken),
            { Message: { Id: not 0, Chat.Id: not 0 } message } => HandleMessageAsync(message, raw, cancellationToken),
            _ => Task.CompletedTask,
        });
    }

    private async Task HandleMessageAsync(Message message, JsonElement raw, CancellationToken cancellationToken)
    {
        var chat = message.Chat.Id;
        if ((message.MigrateToChatId ?? message.MigrateFromChatId) is { } other)
        {
            var (from, to) = message.MigrateToChatId is null ? (other, chat) : (chat, other);
            events.Follow(from, to);
            await greeting.MoveAsync(from, to, cancellationToken);
            await publisher.Sink.MoveAsync(new ChatAddress(from).Key, new ChatAddress(to).Key, cancellationToken);
            return;
        }

        if (message.Chat.Type == ChatType.Channel)
        {
            return;
        }

        events.MarkOpen(InboundTranslator.Address(message));
        if (message.MediaGroupId is not null)
        {
            await albums.AddAsync(message, raw.GetRawText(), cancellationToken);
            return;
        }

        await albums.CompleteAsync(chat, message.From?.Id, cancellationToken);
        await publisher.PublishAsync([message], cancellationToken);
    }

    private async Task HandlePressAsync(CallbackQuery query, CancellationToken cancellationToken)
    {
        if (query.Id is { Length: > 0 } id)
        {
            // Immediately and independent of the store: the button spins until then, and the service accepts an answer only for a short time.
            background.Run(stop => AcknowledgeAsync(id, stop));
        }

        await publisher.PublishAsync(query, cancellationToken);
    }

    private async Task AcknowledgeAsync(string queryId, CancellationToken cancellationToken)
    {
        try
        {
            await gateway.CallAsync(new AnswerCallbackQueryRequest { CallbackQueryId = queryId }, cancellationToken);
        }
        catch (Exception error) when (error is TelegramApiException or TelegramUnreachableException)
        {
            // Usually "query is too old": the bot was down when the button was pressed. The press itself still counts.
            LogNotAcknowledged(error.Message);
        }
    }

    private async Task HandleMembershipAsync(ChatMemberUpdated change, CancellationToken cancellationToken)
    {
        var address = new ChatAddress(change.Chat.Id);
        var status = change.NewChatMember?.Status;
        if (status is ChatMemberStatus.Kicked or ChatMemberStatus.Left)
        {
            await publisher.Sink.CloseAsync(address.Key, cancellationToken);
            return;
        }

        events.MarkOpen(address);
        var wasOut = change.OldChatMember?.Status is null or ChatMemberStatus.Left or ChatMemberStatus.Kicked;
        if (change.Chat.Type is ChatType.Group or ChatType.Supergroup && wasOut)
        {
            background.Run(stop => greeting.GreetAsync(address, status == ChatMemberStatus.Administrator, stop));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Skipped a Telegram update that cannot be read")]
    private partial void LogUnreadable();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram update {Id} has parts that this version does not know; ignored: {Parts}")]
    private partial void LogSkipped(int id, string parts);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A button press could not be acknowledged: {Reason}")]
    private partial void LogNotAcknowledged(string reason);
}
