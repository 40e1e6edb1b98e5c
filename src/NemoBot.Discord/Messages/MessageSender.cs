using NemoBot.Core.Platforms;
using NemoBot.Discord.Channels;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Messages;

/// <summary>
/// Sends and edits the bot's own messages in channels, which outlive the token of any interaction. Where the bot may not write, the
/// token of the latest interaction carries its answers while it is valid.
/// </summary>
internal sealed class MessageSender(
    DiscordApi api,
    ChannelRegistry registry,
    ChannelLimits limits,
    OpenInteractions interactions,
    FollowUps followUps,
    PermissionNotices notices,
    DiscordOptions options,
    TimeProvider clock)
{
    private static readonly TimeSpan EchoPatience = TimeSpan.FromSeconds(3);

    public async Task<DeliveryResult> SendAsync(ConversationKey conversation, OutboundMessage message, CancellationToken cancellationToken)
    {
        var body = MessageBodies.Text(message) with { Nonce = Nonce.Of(message.DeduplicationKey) };
        if (message.Kind == OutboundKind.Text && await TryAnswerAsync(conversation, message.ReplyTo, body, cancellationToken) is { } answered)
        {
            return answered;
        }

        var target = await ResolveReplyAsync(message.ReplyTo, cancellationToken);
        return await CreateAsync(conversation, body.ReplyingTo(target), file: null, cancellationToken);
    }

    public async Task<DeliveryResult> SendFileAsync(ConversationKey conversation, OutboundFile file, CancellationToken cancellationToken)
    {
        var limit = (await limits.GetLimitsAsync(conversation.Channel, cancellationToken)).UploadBytes;
        if (file.Size > limit)
        {
            return new DeliveryResult.TooLarge(limit);
        }

        var target = await ResolveReplyAsync(file.ReplyTo, cancellationToken);
        var body = MessageBodies.File(file) with { Nonce = Nonce.Of(file.DeduplicationKey) };
        return await CreateAsync(conversation, body.ReplyingTo(target), file, cancellationToken);
    }

    public async Task<DeliveryResult> EditAsync(MessageRef target, OutboundMessage message, CancellationToken cancellationToken)
    {
        var body = MessageBodies.Text(message);
        RestResponse? response;
        try
        {
            response = await EditOnceAsync(target, body, !message.IsFinal, cancellationToken);
            if (response is { Code: ErrorCodes.ThreadIsArchived } && (await api.UnarchiveAsync(target.Conversation.Channel, cancellationToken)).IsSuccess)
            {
                response = await EditOnceAsync(target, body, !message.IsFinal, cancellationToken);
            }
        }
        catch (HttpRequestException)
        {
            return ResultMapper.OfLostEdit();
        }

        return response switch
        {
            { IsSuccess: true } => new DeliveryResult.Delivered(target),
            not null when !ResultMapper.NeedsNewMessage(response) => ResultMapper.OfEdit(response),
            _ => await ReplaceAsync(target, message, cancellationToken),
        };
    }

    public async Task<bool> DeleteAsync(MessageRef message, CancellationToken cancellationToken)
    {
        try
        {
            var response = await api.DeleteMessageAsync(message.Conversation.Channel, message.MessageId, cancellationToken);
            return response.IsSuccess || response.Code == ErrorCodes.UnknownMessage;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Posts a new message in place of one that cannot be edited; a repeat of the edit must not post another.</summary>
    private Task<DeliveryResult> ReplaceAsync(MessageRef target, OutboundMessage message, CancellationToken cancellationToken) =>
        SendAsync(target.Conversation, message with { DeduplicationKey = "replaces " + target.MessageId }, cancellationToken);

    /// <summary>Returns null if the message belongs to an interaction whose token has expired.</summary>
    private async Task<RestResponse?> EditOnceAsync(MessageRef target, MessageBody body, bool droppable, CancellationToken cancellationToken)
    {
        if (FollowUpId.Parse(target.MessageId) is not { } own)
        {
            return await api.EditMessageAsync(target.Conversation.Channel, target.MessageId, body, droppable, cancellationToken);
        }

        if (interactions.Find(own.Interaction) is not { } open)
        {
            return null;
        }

        var response = await api.EditFollowUpAsync(open.Application, open.Token, own.Message, body, droppable, cancellationToken);
        open.IsSpent |= ResultMapper.IsTokenSpent(response);
        return open.IsSpent && !response.IsSuccess ? null : response;
    }

    private async Task<DeliveryResult> CreateAsync(ConversationKey conversation, MessageBody body, OutboundFile? file, CancellationToken cancellationToken)
    {
        try
        {
            var result = await PostAsync(conversation, body, file, cancellationToken);
            return await MapAsync(conversation, result, body, file, cancellationToken);
        }
        catch (HttpRequestException e)
        {
            // A server that refuses a long body may just close the connection.
            return file is not null && file.Size > options.UploadBytes
                ? new DeliveryResult.TooLarge(await limits.LowerAsync(conversation.Channel, file.Size, cancellationToken))
                : ResultMapper.OfSend(e);
        }
    }

    private async Task<SendResult> PostAsync(ConversationKey conversation, MessageBody body, OutboundFile? file, CancellationToken cancellationToken)
    {
        var channel = conversation.Channel;
        interactions.Latest(channel)?.ReleaseReply();
        if (registry.Find(channel) is { IsReadOnly: true } && await followUps.TrySendAsync(conversation, body, file, cancellationToken) is { } sent)
        {
            return sent;
        }

        var response = await api.CreateMessageAsync(channel, body, file, cancellationToken);
        if (body.MessageReference is not null && ResultMapper.MayBeTheReference(response))
        {
            response = await api.CreateMessageAsync(channel, body with { MessageReference = null }, file, cancellationToken);
        }

        if (ResultMapper.IsForbidden(response))
        {
            await TryNotifyAsync(channel, response, file is not null, cancellationToken);
            if (await followUps.TrySendAsync(conversation, body, file, cancellationToken) is { } rescued)
            {
                return rescued;
            }
        }

        return new SendResult(response, null);
    }

    private async Task TryNotifyAsync(string channel, RestResponse refusal, bool isFile, CancellationToken cancellationToken)
    {
        try
        {
            await notices.NotifyAsync(channel, refusal, isFile, cancellationToken);
        }
        catch (HttpRequestException)
        {
            // The notice is lost; the refusal is still returned.
        }
    }

    private async Task<DeliveryResult?> TryAnswerAsync(ConversationKey conversation, string? command, MessageBody body, CancellationToken cancellationToken)
    {
        try
        {
            if (await followUps.TryAnswerAsync(command, body, cancellationToken) is not { } sent)
            {
                return null;
            }

            // Where the bot is a member, the initial reply is a message of its own and can be edited after the token has expired.
            var isReadOnly = registry.Find(conversation.Channel) is { IsReadOnly: true };
            return await MapAsync(conversation, isReadOnly ? sent : sent with { Via = null }, body, file: null, cancellationToken);
        }
        catch (HttpRequestException e)
        {
            return ResultMapper.OfSend(e);
        }
    }

    private async Task<DeliveryResult> MapAsync(
        ConversationKey conversation, SendResult result, MessageBody body, OutboundFile? file, CancellationToken cancellationToken)
    {
        if (result.Response.IsSuccess)
        {
            return await DeliveredAsync(conversation, result, body, cancellationToken);
        }

        return file is not null && ResultMapper.IsTooLarge(result.Response)
            ? new DeliveryResult.TooLarge(await limits.LowerAsync(conversation.Channel, file.Size, cancellationToken))
            : file is not null && result.Response.Code == ErrorCodes.MissingPermissions && registry.Find(conversation.Channel) is { IsReadOnly: false }
                ? new DeliveryResult.Refused("The bot may not attach files there.")
                : ResultMapper.OfSend(result.Response);
    }

    private async Task<DeliveryResult> DeliveredAsync(ConversationKey conversation, SendResult result, MessageBody body, CancellationToken cancellationToken)
    {
        if (result.Via is null && registry.Find(conversation.Channel) is { IsReadOnly: true } state)
        {
            state.IsReadOnly = false;
        }

        var posted = result.Response.Read(DiscordJson.Default.WireMessage);
        if (result.Via is { } open)
        {
            return new DeliveryResult.Delivered(new MessageRef(conversation, new FollowUpId(open.Id, posted.Id).ToString()));
        }

        if (posted.Content is { } shown && shown != body.Content?.Trim())
        {
            // Discord recognized a repeat and returned the message of the first attempt, whose text may be outdated.
            await api.EditMessageAsync(conversation.Channel, posted.Id, body with { Nonce = null, MessageReference = null }, droppable: false, cancellationToken);
        }

        return new DeliveryResult.Delivered(new MessageRef(conversation, posted.Id));
    }

    /// <summary>A command is not a message: a reply refers to the message that shows the command.</summary>
    private async Task<string?> ResolveReplyAsync(string? replyTo, CancellationToken cancellationToken)
    {
        if (interactions.Find(replyTo) is not { } open)
        {
            return ChannelRegistry.Id(replyTo) == 0 ? null : replyTo;
        }

        try
        {
            return await open.Echo.WaitAsync(EchoPatience, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
