using NemoBot.Core.Platforms;
using NemoBot.Discord.Channels;
using NemoBot.Discord.Messages;
using NemoBot.Discord.Wire;
using NemoBot.Discord.Wording;

namespace NemoBot.Discord.Events;

/// <summary>Posts messages that are addressed to the bot.</summary>
internal sealed class MessageReceiver(ChannelRegistry registry, AdministratorLookup administrators, MessageSender sender)
{
    private const string Connect = "/connect";

    /// <summary>Posts a message into the sink and advances the channel's read position.</summary>
    public async Task PostAsync(WireMessage message, string self, IInboundSink sink, CancellationToken cancellationToken)
    {
        var channel = message.ChannelId!;
        var isPrivate = message.GuildId is null;
        var (state, isNew) = registry.GetOrAdd(channel, message.GuildId, isPrivate);
        var text = MessageReader.Text(message, self);
        state.LastAuthor = ChannelRegistry.Id(message.Author!.Id);
        state.LastAuthorWritesChinese = IsChinese(text);
        var inbound = new InboundMessage
        {
            Conversation = new ConversationKey("discord", channel),
            MessageId = message.Id,
            Author = MessageReader.Author(message.Author!, message.Member),
            Text = text,
            Attachments = MessageReader.Attachments(message, self),
            Server = message.GuildId,
            IsPrivate = isPrivate,
            IsAdministrator = administrators.Known(message.Member, isPrivate),
        };
        if (HasToken(text, isPrivate))
        {
            await HandleSecretAsync(inbound, sink, cancellationToken);
        }
        else
        {
            // A bare mention is a greeting.
            await sink.PostAsync(text.Length == 0 && inbound.Attachments.Count == 0 ? inbound with { Text = "/start" } : inbound, cancellationToken);
        }

        registry.MarkRead(channel, state, message.Id);
        if (isNew)
        {
            await registry.SaveAsync(cancellationToken);
        }
    }

    /// <summary>What follows <c>/connect</c> counts as a token whatever its form, except for <c>off</c>.</summary>
    private static bool HasToken(string text, bool isPrivate) =>
        Secrets.IsIn(text) || (IsConnect(text) && (isPrivate || !text[Connect.Length..].Trim().Equals("off", StringComparison.OrdinalIgnoreCase)));

    private static bool IsConnect(string text) => text.StartsWith(Connect + " ", StringComparison.OrdinalIgnoreCase);

    private static bool IsChinese(string text) => text.Any(c => c is >= '\u4e00' and <= '\u9fff');

    /// <summary>A token in a message: accepted only in a direct message, deleted where permissions allow it, never stored.</summary>
    private async Task HandleSecretAsync(InboundMessage message, IInboundSink sink, CancellationToken cancellationToken)
    {
        var reference = new MessageRef(message.Conversation, message.MessageId);
        string sentence;
        if (message.IsPrivate && IsConnect(message.Text))
        {
            var token = message.Text[Connect.Length..].Trim();
            sentence = await sink.ConnectAsync(message.Conversation, message.Author, token, language: null, cancellationToken);
        }
        else
        {
            var deleted = !message.IsPrivate && await sender.DeleteAsync(reference, cancellationToken);
            sentence = Words.For(IsChinese(message.Text) ? "zh" : "en")[deleted ? "secret.deleted" : "secret.left"];
        }

        await sender.SendAsync(message.Conversation, new OutboundMessage { Text = sentence }, cancellationToken);
    }
}
