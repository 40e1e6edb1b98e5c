using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Api.Wire;
using NemoBot.Telegram.Messages;

namespace NemoBot.Telegram.Updates;

/// <summary>Takes one update: it returns once what the update says is on disk, and throws only when it could not be put there.</summary>
internal sealed partial class UpdateHandler(
    TelegramGateway gateway,
    AlbumCollector albums,
    SecretGuard secrets,
    GroupGreeting greeting,
    ChatNews news,
    BackgroundWork background,
    ILogger<UpdateHandler> logger)
{
    /// <summary>What the bot wants to hear of. Edited messages are left out: a request is not changed once it is taken.</summary>
    public static readonly IReadOnlyList<string> Wanted = ["message", "callback_query", "my_chat_member"];

    private volatile Run? _run;

    /// <summary>True while updates can be taken.</summary>
    public bool IsReady => _run is not null;

    /// <summary>From now on updates go to this sink.</summary>
    public async Task StartAsync(IInboundSink sink, User me, CancellationToken cancellationToken)
    {
        var run = new Run(sink, me);
        await albums.StartAsync((parts, stop) => PostAsync(run, parts, stop), cancellationToken);
        _run = run;
    }

    /// <summary>Takes nothing more.</summary>
    public async Task StopAsync()
    {
        _run = null;
        await albums.StopAsync();
    }

    /// <summary>Takes an update. One that cannot be understood is named in the log and counts as taken.</summary>
    public async Task HandleAsync(JsonElement raw, CancellationToken cancellationToken)
    {
        if (_run is not { } run)
        {
            throw new InvalidOperationException("The platform does not run.");
        }

        Update? update;
        try
        {
            update = raw.Deserialize(WireContext.Default.Update);
        }
        catch (JsonException error)
        {
            LogUnreadable(error.Path);
            return;
        }

        await (update switch
        {
            { CallbackQuery: { } query } => PressedAsync(run, query, cancellationToken),
            { MyChatMember: { Chat: not null } change } => ChangedAsync(run, change, cancellationToken),
            { Message: { Chat: not null } message } => SaidAsync(run, message, raw, cancellationToken),
            _ => Task.CompletedTask,
        });
    }

    private async Task SaidAsync(Run run, Message message, JsonElement raw, CancellationToken cancellationToken)
    {
        var chat = message.Chat!.Id;
        if ((message.MigrateToChatId ?? message.MigrateFromChatId) is { } other)
        {
            var (from, to) = message.MigrateToChatId is null ? (other, chat) : (chat, other);
            news.Follow(from, to);
            await greeting.MovedAsync(from, to, cancellationToken);
            await run.Sink.MoveAsync(new ChatAddress(from).Key, new ChatAddress(to).Key, cancellationToken);
            return;
        }

        if (message.Chat.Type == "channel")
        {
            return;
        }

        news.Opened(InboundTranslator.Address(message));
        if (message.MediaGroupId is not null)
        {
            await albums.AddAsync(message, raw.GetRawText(), cancellationToken);
            return;
        }

        await albums.CompleteAsync(chat, message.From?.Id, cancellationToken);
        await PostAsync(run, [message], cancellationToken);
    }

    private async Task PostAsync(Run run, IReadOnlyList<Message> parts, CancellationToken cancellationToken)
    {
        if (TryTranslate(() => InboundTranslator.Translate(parts, run.Me)) is not { } message)
        {
            return;
        }

        var refs = parts.Where(p => (p.Text ?? p.Caption)?.Length > 0)
            .Select(p => new MessageRef(message.Conversation, p.MessageId.ToString(CultureInfo.InvariantCulture))).ToList();
        if (secrets.Take(message, refs, run.Sink) is { } rest)
        {
            await run.Sink.PostAsync(rest, cancellationToken);
        }
    }

    private async Task PressedAsync(Run run, CallbackQuery query, CancellationToken cancellationToken)
    {
        if (query.Id is { Length: > 0 } id)
        {
            // At once and beside everything else: the button spins until then, and the service soon takes no answer any more.
            background.Run(stop => AnswerAsync(id, stop));
        }

        if (TryTranslate(() => InboundTranslator.Translate(query)) is { } press)
        {
            await run.Sink.PostAsync(press, cancellationToken);
        }
    }

    private async Task AnswerAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await gateway.AnswerCallbackAsync(new AnswerCallbackRequest { CallbackQueryId = id }, cancellationToken);
        }
        catch (Exception error) when (error is TelegramApiException or TelegramUnreachableException)
        {
            // Usually "query is too old": the bot was down when the button was pressed. The press itself still counts.
            LogNotAnswered(error.Message);
        }
    }

    private async Task ChangedAsync(Run run, ChatMemberUpdated change, CancellationToken cancellationToken)
    {
        var address = new ChatAddress(change.Chat!.Id);
        var status = change.NewChatMember?.Status;
        if (status is "kicked" or "left")
        {
            await run.Sink.CloseAsync(address.Key, cancellationToken);
            return;
        }

        news.Opened(address);
        var wasOut = change.OldChatMember?.Status is null or "left" or "kicked";
        if (change.Chat.Type is "group" or "supergroup" && wasOut)
        {
            background.Run(stop => greeting.JoinedAsync(address, status == "administrator", stop));
        }
    }

    /// <summary>A message that trips the translation must not hold up the ones behind it.</summary>
    private InboundMessage? TryTranslate(Func<InboundMessage?> translate)
    {
        try
        {
            return translate();
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or NullReferenceException or FormatException)
        {
            LogUntranslatable(error);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An update from Telegram cannot be read, at {Path}; it is skipped")]
    private partial void LogUnreadable(string? path);

    [LoggerMessage(Level = LogLevel.Error, Message = "An update from Telegram cannot be understood; it is skipped")]
    private partial void LogUntranslatable(Exception error);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A button's press could not be acknowledged: {Reason}")]
    private partial void LogNotAnswered(string reason);

    private sealed record Run(IInboundSink Sink, User Me);
}
