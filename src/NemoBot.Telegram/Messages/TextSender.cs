using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Pacing;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace NemoBot.Telegram.Messages;

/// <summary>Sends and edits texts. If the service refuses a message for its markup, topic or reply, it is sent again without that.</summary>
internal sealed class TextSender(TelegramGateway gateway, PacedCalls calls)
{
    /// <summary>Sends a text.</summary>
    public async Task<DeliveryResult> SendAsync(ConversationKey conversation, OutboundMessage message, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(message.Text))
        {
            return new DeliveryResult.Refused("A text of nothing but spaces cannot be sent.");
        }

        var priority = message.IsFinal ? SendPriority.Final : SendPriority.Answer;
        var address = ChatAddress.Of(conversation);
        for (var fallback = new SendFallback(); ;)
        {
            var current = fallback;
            var outcome = await calls.SendAsync(
                address,
                priority,
                async a =>
                {
                    await message.ConfirmAsync(cancellationToken);
                    return MessageIds.CreateRef(a, await gateway.SendAsync(Compose(a, message, current), cancellationToken));
                },
                cancellationToken);
            if (outcome.Problem is null || fallback.After(outcome.Problem) is not { } next)
            {
                return outcome.Result;
            }

            fallback = next;
        }
    }

    /// <summary>Replaces a text; sends a new message if the old one is gone.</summary>
    public async Task<DeliveryResult> EditAsync(MessageRef target, OutboundMessage message, CancellationToken cancellationToken)
    {
        if (!MessageIds.TryParse(target.MessageId, out var id))
        {
            return await SendAsync(target.Conversation, message, cancellationToken);
        }

        var outcome = await TryEditAsync(target, id, message, html: true, caption: false, cancellationToken);
        if (outcome.Problem is { IsCaptionOnly: true })
        {
            outcome = await TryEditAsync(target, id, message, html: true, caption: true, cancellationToken);
        }

        if (outcome.Problem is { IsParseError: true })
        {
            outcome = await TryEditAsync(target, id, message, html: false, caption: false, cancellationToken);
        }

        return outcome.Problem is { IsEditGone: true }
            ? await SendAsync(target.Conversation, message, cancellationToken)
            : outcome.Result;
    }

    /// <summary>Deletes a message; false if the bot may not or the service is out of reach.</summary>
    public async Task<bool> DeleteAsync(MessageRef message, CancellationToken cancellationToken)
    {
        if (!MessageIds.TryParse(message.MessageId, out var id))
        {
            return false;
        }

        try
        {
            await gateway.CallAsync(new DeleteMessageRequest { ChatId = ChatAddress.Of(message.Conversation).Chat, MessageId = id }, cancellationToken);
            return true;
        }
        catch (Exception error) when (error is TelegramApiException or TelegramUnreachableException)
        {
            return false;
        }
    }

    private async Task<CallOutcome> TryEditAsync(
        MessageRef target, int id, OutboundMessage message, bool html, bool caption, CancellationToken cancellationToken)
    {
        var priority = message switch
        {
            { IsFinal: true } => SendPriority.Final,
            { Kind: OutboundKind.Status } => SendPriority.Status,
            _ => SendPriority.Answer,
        };
        return await calls.EditAsync(ChatAddress.Of(target.Conversation), priority, EditOnceAsync, cancellationToken);

        async Task<MessageRef> EditOnceAsync(ChatAddress address)
        {
            try
            {
                await gateway.CallAsync(
                    caption ? ComposeCaptionEdit(address, id, message, html) : ComposeTextEdit(address, id, message, html),
                    message.ConfirmAsync,
                    cancellationToken);
            }
            catch (TelegramApiException error) when (error.IsNotModified)
            {
                // The message already shows this text.
            }

            return target with { Conversation = address.Key };
        }
    }

    private static SendMessageRequest Compose(ChatAddress address, OutboundMessage message, SendFallback fallback) => new()
    {
        ChatId = address.Chat,
        MessageThreadId = fallback.Topic ? (int?)address.Topic : null,
        Text = Format(message.Text, fallback.Html),
        ParseMode = Mode(fallback.Html),
        LinkPreviewOptions = new LinkPreviewOptions { IsDisabled = true },
        ReplyParameters = fallback.Reply ? MessageIds.CreateReply(message.ReplyTo) : null,
        ReplyMarkup = Keyboard.Create(address, message.Buttons),
    };

    private static EditMessageTextRequest ComposeTextEdit(ChatAddress address, int id, OutboundMessage message, bool html) => new()
    {
        ChatId = address.Chat,
        MessageId = id,
        Text = Format(message.Text, html),
        ParseMode = Mode(html),
        LinkPreviewOptions = new LinkPreviewOptions { IsDisabled = true },
        ReplyMarkup = Keyboard.Create(address, message.Buttons),
    };

    private static EditMessageCaptionRequest ComposeCaptionEdit(ChatAddress address, int id, OutboundMessage message, bool html) => new()
    {
        ChatId = address.Chat,
        MessageId = id,
        Caption = Format(message.Text, html),
        ParseMode = Mode(html),
        ReplyMarkup = Keyboard.Create(address, message.Buttons),
    };

    private static string Format(string text, bool html) => html ? Markup.Escape(Markup.Plain(text)) : Markup.Plain(text);

    private static ParseMode Mode(bool html) => html ? ParseMode.Html : ParseMode.None;
}
