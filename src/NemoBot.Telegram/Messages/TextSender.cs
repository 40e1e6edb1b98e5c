using System.Globalization;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Api.Wire;
using NemoBot.Telegram.Pacing;

namespace NemoBot.Telegram.Messages;

/// <summary>Posts and edits texts. A refusal for a trimming (markup, topic, reply) is answered with a plainer form of the same text.</summary>
internal sealed class TextSender(TelegramGateway gateway, PacedCalls calls)
{
    /// <summary>Posts a text.</summary>
    public async Task<DeliveryResult> SendAsync(ConversationKey conversation, OutboundMessage message, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(message.Text))
        {
            return new DeliveryResult.Refused("A text of nothing but spaces cannot be sent.");
        }

        var priority = message.IsFinal ? SendPriority.Final : SendPriority.Answer;
        var address = ChatAddress.Of(conversation);
        for (var form = new SendForm(); ;)
        {
            var current = form;
            var outcome = await calls.SendAsync(
                address, priority, async a => Ref(a, await gateway.SendMessageAsync(Compose(a, message, current), cancellationToken)), cancellationToken);
            if (outcome.Problem is null || form.After(outcome.Problem) is not { } next)
            {
                return outcome.Result;
            }

            form = next;
        }
    }

    /// <summary>Replaces a text; posts it anew if the message is gone.</summary>
    public async Task<DeliveryResult> EditAsync(MessageRef target, OutboundMessage message, CancellationToken cancellationToken)
    {
        if (!TryId(target.MessageId, out var id))
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

    /// <summary>Deletes a message if the bot may.</summary>
    public async Task<bool> DeleteAsync(MessageRef message, CancellationToken cancellationToken)
    {
        if (!TryId(message.MessageId, out var id))
        {
            return false;
        }

        try
        {
            var request = new MessageAddress { ChatId = ChatAddress.Of(message.Conversation).Chat, MessageId = id };
            await gateway.DeleteMessageAsync(request, cancellationToken);
            return true;
        }
        catch (Exception error) when (error is TelegramApiException or TelegramUnreachableException)
        {
            return false;
        }
    }

    /// <summary>Points at a message to answer; the message is sent all the same when that one is gone.</summary>
    public static ReplyParameters? Reply(string? messageId) =>
        messageId is not null && TryId(messageId, out var id) ? new ReplyParameters { MessageId = id } : null;

    /// <summary>The message as the engine names it.</summary>
    public static MessageRef Ref(ChatAddress address, Message sent) =>
        new(address.Key, sent.MessageId.ToString(CultureInfo.InvariantCulture));

    private async Task<CallOutcome> TryEditAsync(
        MessageRef target, long id, OutboundMessage message, bool html, bool caption, CancellationToken cancellationToken)
    {
        var priority = message switch
        {
            { IsFinal: true } => SendPriority.Final,
            { Kind: OutboundKind.Status } => SendPriority.Status,
            _ => SendPriority.Answer,
        };
        return await calls.EditAsync(ChatAddress.Of(target.Conversation), priority, EditOneAsync, cancellationToken);

        async Task<MessageRef> EditOneAsync(ChatAddress address)
        {
            try
            {
                var request = ComposeEdit(address, id, message, html, caption);
                await (caption ? gateway.EditCaptionAsync(request, cancellationToken) : gateway.EditTextAsync(request, cancellationToken));
            }
            catch (TelegramApiException error) when (error.IsNotModified)
            {
                // What was wanted is what stands there.
            }

            return target with { Conversation = address.Key };
        }
    }

    private static SendMessageRequest Compose(ChatAddress address, OutboundMessage message, SendForm form) => new()
    {
        ChatId = address.Chat,
        MessageThreadId = form.Topic ? address.Topic : null,
        Text = Words(message.Text, form.Html),
        ParseMode = form.Html ? Markup.Html : null,
        LinkPreviewOptions = new LinkPreviewOptions(),
        ReplyParameters = form.Reply ? Reply(message.ReplyTo) : null,
        ReplyMarkup = Keyboard.Of(address, message.Buttons),
    };

    private static EditRequest ComposeEdit(ChatAddress address, long id, OutboundMessage message, bool html, bool caption) => new()
    {
        ChatId = address.Chat,
        MessageId = id,
        Text = caption ? null : Words(message.Text, html),
        Caption = caption ? Words(message.Text, html) : null,
        ParseMode = html ? Markup.Html : null,
        LinkPreviewOptions = caption ? null : new LinkPreviewOptions(),
        ReplyMarkup = Keyboard.Of(address, message.Buttons),
    };

    private static string Words(string text, bool html) => html ? Markup.Escape(Markup.Plain(text)) : Markup.Plain(text);

    private static bool TryId(string text, out long id) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);
}
