using NemoBot.Core.Platforms;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Places;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Messages;

/// <summary>
/// Sends and edits the bot's own messages in channels, which outlive the token of any interaction. Where the bot may not write, the
/// token of the latest interaction carries its answers as long as it lives.
/// </summary>
internal sealed class MessageSender(
    DiscordApi api, PlaceBook book, PlaceFacts facts, OpenInteractions interactions, FollowUps followUps, PermissionNotes notes, DiscordOptions options, TimeProvider clock)
{
    private static readonly TimeSpan EchoPatience = TimeSpan.FromSeconds(3);

    public async Task<DeliveryResult> SendAsync(ConversationKey conversation, OutboundMessage message, CancellationToken cancellationToken)
    {
        var body = Bodies.Text(message.Text, message.Buttons);
        if (message.Kind == OutboundKind.Text && await TryAnswerAsync(conversation, message.ReplyTo, body, cancellationToken) is { } answered)
        {
            return answered;
        }

        var target = await AnsweredAsync(message.ReplyTo, cancellationToken);
        return await CreateAsync(conversation, body.Answering(target), file: null, cancellationToken);
    }

    public async Task<DeliveryResult> SendFileAsync(ConversationKey conversation, OutboundFile file, CancellationToken cancellationToken)
    {
        var limit = (await facts.GetLimitsAsync(conversation.Channel, cancellationToken)).UploadBytes;
        if (file.Size > limit)
        {
            return new DeliveryResult.TooLarge(limit);
        }

        var target = await AnsweredAsync(file.ReplyTo, cancellationToken);
        return await CreateAsync(conversation, Bodies.File(file).Answering(target), file, cancellationToken);
    }

    public async Task<DeliveryResult> EditAsync(MessageRef target, OutboundMessage message, CancellationToken cancellationToken)
    {
        var body = Bodies.Text(message.Text, message.Buttons);
        try
        {
            var answer = await EditOnceAsync(target, body, !message.IsFinal, cancellationToken);
            if (answer is { Code: ErrorCodes.ThreadIsArchived } && (await api.UnarchiveAsync(target.Conversation.Channel, cancellationToken)).IsSuccess)
            {
                answer = await EditOnceAsync(target, body, !message.IsFinal, cancellationToken);
            }

            return answer switch
            {
                { IsSuccess: true } => new DeliveryResult.Delivered(target),
                null => await SendAsync(target.Conversation, message, cancellationToken),
                _ when Verdict.NeedsNewMessage(answer) => await SendAsync(target.Conversation, message, cancellationToken),
                _ => Verdict.Of(answer),
            };
        }
        catch (HttpRequestException)
        {
            return Verdict.Unreachable();
        }
    }

    public async Task<bool> DeleteAsync(MessageRef message, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await api.DeleteMessageAsync(message.Conversation.Channel, message.MessageId, cancellationToken);
            return answer.IsSuccess || answer.Code == ErrorCodes.UnknownMessage;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Null if the message belongs to an interaction that is over.</summary>
    private async Task<RestAnswer?> EditOnceAsync(MessageRef target, MessageBody body, bool droppable, CancellationToken cancellationToken)
    {
        if (FollowUpId.Parse(target.MessageId) is not { } own)
        {
            return await api.EditMessageAsync(target.Conversation.Channel, target.MessageId, body, droppable, cancellationToken);
        }

        if (interactions.Find(own.Interaction) is not { } open)
        {
            return null;
        }

        var answer = await api.EditFollowUpAsync(open.Application, open.Token, own.Message, body, droppable, cancellationToken);
        open.IsSpent |= Verdict.IsTokenSpent(answer);
        return open.IsSpent && !answer.IsSuccess ? null : answer;
    }

    private async Task<DeliveryResult> CreateAsync(ConversationKey conversation, MessageBody body, OutboundFile? file, CancellationToken cancellationToken)
    {
        try
        {
            var channel = conversation.Channel;
            interactions.Latest(channel)?.Settle();
            if (book.Find(channel) is { IsMute: true } && await followUps.TrySendAsync(conversation, body, file, cancellationToken) is { } carried)
            {
                return await JudgeAsync(conversation, carried, file, cancellationToken);
            }

            var answer = await api.CreateMessageAsync(channel, body, file, cancellationToken);
            if (body.MessageReference is not null && Verdict.MayBeTheReference(answer))
            {
                answer = await api.CreateMessageAsync(channel, body with { MessageReference = null }, file, cancellationToken);
            }

            if (Verdict.IsShutOut(answer))
            {
                await notes.TellAsync(channel, answer, file is not null, cancellationToken);
                if (await followUps.TrySendAsync(conversation, body, file, cancellationToken) is { } rescued)
                {
                    return await JudgeAsync(conversation, rescued, file, cancellationToken);
                }
            }

            return await JudgeAsync(conversation, new Sent(answer, null), file, cancellationToken);
        }
        catch (HttpRequestException)
        {
            // A server that refuses a long body may just hang up on it.
            return file is not null && file.Size > options.UploadBytes
                ? new DeliveryResult.TooLarge(await facts.RefusedAsync(conversation.Channel, file.Size, cancellationToken))
                : Verdict.Unreachable();
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

            // The bot's own messages can be edited for ever, this one too, if the bot is in the place.
            var isMute = book.Find(conversation.Channel) is { IsMute: true };
            return await JudgeAsync(conversation, isMute ? sent : sent with { By = null }, file: null, cancellationToken);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task<DeliveryResult> JudgeAsync(ConversationKey conversation, Sent sent, OutboundFile? file, CancellationToken cancellationToken)
    {
        if (sent.Answer.IsSuccess)
        {
            if (sent.By is null && book.Find(conversation.Channel) is { IsMute: true } place)
            {
                place.IsMute = false;
            }

            var id = sent.Answer.Read(DiscordJson.Default.WireMessage).Id;
            return new DeliveryResult.Delivered(new MessageRef(conversation, sent.By is { } open ? new FollowUpId(open.Id, id).ToString() : id));
        }

        return file is not null && Verdict.IsTooLarge(sent.Answer)
            ? new DeliveryResult.TooLarge(await facts.RefusedAsync(conversation.Channel, file.Size, cancellationToken))
            : file is not null && sent.Answer.Code == ErrorCodes.MissingPermissions && book.Find(conversation.Channel) is { IsMute: false }
                ? new DeliveryResult.Refused("The bot may not attach files there.")
                : Verdict.Of(sent.Answer);
    }

    /// <summary>A command is no message: what can be answered is the message that shows it.</summary>
    private async Task<string?> AnsweredAsync(string? replyTo, CancellationToken cancellationToken)
    {
        if (interactions.Find(replyTo) is not { } open)
        {
            return PlaceBook.Id(replyTo) == 0 ? null : replyTo;
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
