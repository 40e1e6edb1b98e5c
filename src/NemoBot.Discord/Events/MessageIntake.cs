using NemoBot.Core.Platforms;
using NemoBot.Discord.Messages;
using NemoBot.Discord.Places;
using NemoBot.Discord.Wire;
using NemoBot.Discord.Wording;

namespace NemoBot.Discord.Events;

/// <summary>Takes messages in that are meant for the bot.</summary>
internal sealed class MessageIntake(PlaceBook book, AdministratorCheck administrators, MessageSender sender)
{
    private const string Connect = "/connect";

    /// <summary>Posts a message into the sink and remembers that the channel was read up to it.</summary>
    public async Task PostAsync(WireMessage message, string self, IInboundSink sink, CancellationToken cancellationToken)
    {
        var channel = message.ChannelId!;
        var isPrivate = message.GuildId is null;
        var (place, isNew) = book.Enter(channel, message.GuildId, isPrivate);
        var text = MessageReader.Text(message, self);
        place.Asker = PlaceBook.Id(message.Author!.Id);
        place.AsksInChinese = IsChinese(text);
        var inbound = new InboundMessage
        {
            Conversation = new ConversationKey("discord", channel),
            MessageId = message.Id,
            Author = MessageReader.Author(message.Author!, message.Member),
            Text = text,
            Attachments = MessageReader.Attachments(message, self),
            IsPrivate = isPrivate,
            IsAdministrator = administrators.Known(message.Member, isPrivate),
        };
        if (Secrets.IsIn(text))
        {
            await KeepSecretAsync(inbound, sink, cancellationToken);
        }
        else
        {
            // A bare mention is a greeting.
            await sink.PostAsync(text.Length == 0 && inbound.Attachments.Count == 0 ? inbound with { Text = "/start" } : inbound, cancellationToken);
        }

        book.Seen(channel, place, message.Id);
        if (isNew)
        {
            await book.SaveAsync(cancellationToken);
        }
    }

    private static bool IsChinese(string text) => text.Any(c => c is >= '\u4e00' and <= '\u9fff');

    /// <summary>A token in a message: used only where nobody else can read it, deleted where that is allowed, never stored.</summary>
    private async Task KeepSecretAsync(InboundMessage message, IInboundSink sink, CancellationToken cancellationToken)
    {
        var reference = new MessageRef(message.Conversation, message.MessageId);
        var language = IsChinese(message.Text) ? "zh" : "en";
        string sentence;
        if (message.IsPrivate && message.Text.StartsWith(Connect + " ", StringComparison.OrdinalIgnoreCase))
        {
            var token = message.Text[Connect.Length..].Trim();
            sentence = await sink.ConnectAsync(message.Conversation, message.Author, token, language: null, cancellationToken);
        }
        else
        {
            var deleted = !message.IsPrivate && await sender.DeleteAsync(reference, cancellationToken);
            sentence = Words.For(language)[deleted ? "secret.deleted" : "secret.left"];
        }

        await sender.SendAsync(message.Conversation, new OutboundMessage { Text = sentence }, cancellationToken);
    }
}
