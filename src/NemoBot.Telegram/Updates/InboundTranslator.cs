using System.Globalization;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Messages;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace NemoBot.Telegram.Updates;

/// <summary>
/// Translates messages and button presses for the engine. In groups only what is addressed to the bot passes: its commands, mentions
/// of it, replies to it, and files with one of these.
/// </summary>
internal static class InboundTranslator
{
    /// <summary>The account that administrators appear as when they write anonymously.</summary>
    private const long AnonymousAdministrator = 1087968824;

    private static readonly HashSet<string> OwnCommands = [.. CommandCatalog.All.Select(c => c.Name), "start"];

    /// <summary>Content that people send and the bot cannot use. Everything else without text or file is a service message.</summary>
    private static readonly HashSet<MessageType> Unusable =
    [
        MessageType.Unknown, MessageType.Sticker, MessageType.Contact, MessageType.Location, MessageType.Venue, MessageType.Poll, MessageType.Dice,
        MessageType.Story, MessageType.PaidMedia, MessageType.Checklist, MessageType.Game, MessageType.LivePhoto, MessageType.RichMessage,
    ];

    /// <summary>The conversation of a message. A thread id without the topic mark is only a chain of replies, and 1 is the General topic.</summary>
    public static ChatAddress Address(Message message) =>
        new(message.Chat.Id, message is { IsTopicMessage: true, MessageThreadId: > 1 } ? message.MessageThreadId : null);

    /// <summary>Translates a message, or the parts of an album.</summary>
    /// <returns>Null if it is not for the bot or has no content.</returns>
    public static InboundMessage? Translate(IReadOnlyList<Message> parts, User me)
    {
        var ordered = parts.OrderBy(p => p.Id).ToList();
        var first = ordered[0];
        var address = Address(first);
        var isPrivate = !address.IsGroup;
        var texts = ordered.Select(p => ParsedMessageText.Parse(p, me)).ToList();
        if (GetAuthor(first) is not { } author
            || texts.Any(t => IsForAnotherBot(t, me))
            || (!isPrivate && !texts.Zip(ordered).Any(p => IsForBot(p.First, p.Second, me))))
        {
            return null;
        }

        var text = string.Join('\n', texts.Select(t => t.Text).Where(t => t.Length > 0));
        var files = ordered.Select(MediaReader.Read).Append(FindRepliedFile(first, texts, isPrivate, me)).OfType<Attachment>().ToList();
        var isEmpty = text.Length == 0 && files.Count == 0;
        var mentions = texts.Any(t => t.Mentions);
        if (isEmpty && !mentions && !(isPrivate && Unusable.Contains(first.Type)))
        {
            return null;
        }

        return new InboundMessage
        {
            Conversation = address.Key,
            MessageId = first.Id.ToString(CultureInfo.InvariantCulture),
            Author = author,
            // A bare mention asks what the bot can do. A sticker passes as an empty message, which the engine answers too.
            Text = isEmpty && mentions ? "/help" : text,
            Attachments = files,
            Language = first.From?.LanguageCode,
            Server = ServerOf(first.Chat),
            IsPrivate = isPrivate,
            IsAdministrator = isPrivate || IsAnonymous(first) ? true : null,
        };
    }

    /// <summary>Translates a pressed button; null if it belongs to no chat.</summary>
    public static InboundMessage? Translate(CallbackQuery query)
    {
        if (query is not { Id.Length: > 0, Data: { Length: > 0 } data, From: { } from, Message: { Chat: not null } message })
        {
            return null;
        }

        var (id, topic) = Keyboard.Read(data);
        var address = Address(message);
        return new InboundMessage
        {
            Conversation = (address.Topic is null ? address with { Topic = topic } : address).Key,
            // Not a number, so that it never collides with the id of a message.
            MessageId = $"press-{query.Id}",
            Author = CreateAuthor(from),
            ActionId = id,
            ActionMessageId = message.Id.ToString(CultureInfo.InvariantCulture),
            Language = from.LanguageCode,
            Server = ServerOf(message.Chat),
            IsPrivate = !address.IsGroup,
            IsAdministrator = address.IsGroup ? null : true,
        };
    }

    /// <summary>All topics of a group share it.</summary>
    private static string? ServerOf(Chat chat) => chat.Type is ChatType.Private ? null : chat.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>True if the id is the placeholder for anonymous administrators.</summary>
    public static bool IsAnonymousId(string authorId) => authorId == AnonymousAdministrator.ToString(CultureInfo.InvariantCulture);

    /// <summary>Who wrote a message, possibly under the name of a channel; null for other bots and for copies of a channel's posts.</summary>
    private static Author? GetAuthor(Message message)
    {
        if (IsAnonymous(message))
        {
            return new Author(message.From!.Id.ToString(CultureInfo.InvariantCulture), message.AuthorSignature ?? message.Chat.Title ?? "Admin");
        }

        if (message.IsAutomaticForward)
        {
            return null;
        }

        return message.SenderChat is { } channel
            ? new Author(channel.Id.ToString(CultureInfo.InvariantCulture), channel.Title ?? "?")
            : message.From is { IsBot: false } from ? CreateAuthor(from) : null;
    }

    private static bool IsAnonymous(Message message) =>
        message.From?.Id == AnonymousAdministrator && message.SenderChat?.Id == message.Chat.Id;

    private static Author CreateAuthor(User user)
    {
        var name = $"{user.FirstName} {user.LastName}".Trim();
        return new Author(user.Id.ToString(CultureInfo.InvariantCulture), name.Length > 0 ? name : user.Username ?? "?");
    }

    private static bool IsForAnotherBot(ParsedMessageText text, User me) =>
        text.Bot is not null && !string.Equals(text.Bot, me.Username, StringComparison.OrdinalIgnoreCase);

    private static bool IsForBot(ParsedMessageText text, Message message, User me) =>
        text.Mentions || text.Bot is not null || (text.Command is not null && OwnCommands.Contains(text.Command)) || IsReplyTo(message, me);

    /// <summary>Every message of a topic "replies" to the message that opened it, which the bot may have written.</summary>
    private static bool IsReplyTo(Message message, User me) =>
        message.ReplyToMessage is { ForumTopicCreated: null } replied && replied.From?.Id == me.Id;

    /// <summary>The file that a command, a mention or a private message points at by replying to it; never one of the bot's own videos.</summary>
    private static Attachment? FindRepliedFile(Message message, List<ParsedMessageText> texts, bool isPrivate, User me)
    {
        var takesFile = isPrivate ? texts.All(t => t.Command is null or "make") : texts.Any(t => t.Mentions || t.Command == "make");
        if (!takesFile || message.ReplyToMessage?.From?.Id == me.Id)
        {
            return null;
        }

        return message.ReplyToMessage is { } replied ? MediaReader.Read(replied)
            : message.ExternalReply is { } external ? MediaReader.Read(external)
            : null;
    }
}
