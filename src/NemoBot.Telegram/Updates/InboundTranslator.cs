using System.Globalization;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Api.Wire;
using NemoBot.Telegram.Messages;

namespace NemoBot.Telegram.Updates;

/// <summary>
/// Turns what Telegram hands over into what the engine takes. In groups only what is meant for the bot comes through: its
/// commands, mentions of it, replies to it, and files with one of these.
/// </summary>
internal static class InboundTranslator
{
    /// <summary>The account that stands for administrators who write anonymously.</summary>
    private const long AnonymousAdministrator = 1087968824;

    private static readonly HashSet<string> OwnCommands =
        [.. CommandCatalog.All.Select(c => c.Name), "start"];

    /// <summary>Where a message stands. A thread id without the topic mark is a mere chain of replies, and 1 is the General topic.</summary>
    public static ChatAddress Address(Message message) =>
        new(message.Chat!.Id, message is { IsTopicMessage: true, MessageThreadId: > 1 } ? message.MessageThreadId : null);

    /// <summary>Translates one message, or the parts of an album.</summary>
    /// <returns>Null if it is not for the bot or says nothing.</returns>
    public static InboundMessage? Translate(IReadOnlyList<Message> parts, User me)
    {
        var ordered = parts.OrderBy(p => p.MessageId).ToList();
        var first = ordered[0];
        if (Speaker(first) is not { } author)
        {
            return null;
        }

        var spoken = ordered.Select(p => SpokenText.Of(p, me)).ToList();
        var isPrivate = first.Chat!.Type == "private";
        if (spoken.Any(s => IsForAnother(s, me)) || (!isPrivate && !spoken.Zip(ordered).Any(p => IsForBot(p.First, p.Second, me))))
        {
            return null;
        }

        var text = string.Join('\n', spoken.Select(s => s.Text).Where(t => t.Length > 0));
        var files = ordered.Concat(TakenUp(first, spoken, isPrivate, me)).Select(MediaReader.Read).OfType<Attachment>().ToList();
        var says = text.Length > 0 || files.Count > 0 || spoken.Any(s => s.Mentions);
        // A sticker to the bot alone gets the answer that an empty message gets: silence looks like a broken bot.
        return !says && !(isPrivate && IsSomethingElse(first)) ? null : new InboundMessage
        {
            Conversation = Address(first).Key,
            MessageId = first.MessageId.ToString(CultureInfo.InvariantCulture),
            Author = author,
            Text = text.Length > 0 || files.Count > 0 || !says ? text : "/help",
            Attachments = files,
            Language = first.From?.LanguageCode,
            IsPrivate = isPrivate,
            IsAdministrator = isPrivate || IsAnonymous(first) ? true : null,
        };
    }

    /// <summary>Translates a pressed button; null if it belongs to no chat.</summary>
    public static InboundMessage? Translate(CallbackQuery query)
    {
        if (query is not { Id.Length: > 0, Data.Length: > 0, From: { } from, Message: { Chat: not null } message })
        {
            return null;
        }

        var (id, topic) = Keyboard.Read(query.Data);
        var address = Address(message) is { Topic: null } plain && topic is not null ? plain with { Topic = topic } : Address(message);
        return new InboundMessage
        {
            Conversation = address.Key,
            // Not a number, so that it never meets the id of a message.
            MessageId = $"press-{query.Id}",
            Author = Person(from),
            ActionId = id,
            ActionMessageId = message.MessageId.ToString(CultureInfo.InvariantCulture),
            Language = from.LanguageCode,
            IsPrivate = message.Chat.Type == "private" || message.Chat.Id > 0,
            IsAdministrator = message.Chat.Id > 0 ? true : null,
        };
    }

    /// <summary>Who speaks, be it somebody under the name of a channel; null for other bots and for copies of a channel's posts.</summary>
    public static Author? Speaker(Message message)
    {
        if (IsAnonymous(message))
        {
            return new Author(message.From!.Id.ToString(CultureInfo.InvariantCulture), message.AuthorSignature ?? message.Chat?.Title ?? "Admin");
        }

        if (message.IsAutomaticForward)
        {
            return null;
        }

        return message.SenderChat is { } channel
            ? new Author(channel.Id.ToString(CultureInfo.InvariantCulture), channel.Title ?? "?")
            : message.From is { IsBot: false } from ? Person(from) : null;
    }

    /// <summary>True if the id is that of anonymous administrators.</summary>
    public static bool IsAnonymousId(string authorId) => authorId == AnonymousAdministrator.ToString(CultureInfo.InvariantCulture);

    private static bool IsAnonymous(Message message) =>
        message.From?.Id == AnonymousAdministrator && message.SenderChat?.Id == message.Chat?.Id;

    private static Author Person(User user)
    {
        var name = $"{user.FirstName} {user.LastName}".Trim();
        return new Author(user.Id.ToString(CultureInfo.InvariantCulture), name.Length > 0 ? name : user.Username ?? "?");
    }

    private static bool IsForAnother(SpokenText spoken, User me) =>
        spoken.Bot is not null && !string.Equals(spoken.Bot, me.Username, StringComparison.OrdinalIgnoreCase);

    private static bool IsForBot(SpokenText spoken, Message message, User me) =>
        spoken.Mentions || spoken.Bot is not null || (spoken.Command is not null && OwnCommands.Contains(spoken.Command)) || IsReplyTo(message, me);

    /// <summary>Every message of a topic "replies" to the one that opened it, which may have been the bot.</summary>
    private static bool IsReplyTo(Message message, User me) =>
        message.ReplyToMessage is { ForumTopicCreated: null } replied && replied.From?.Id == me.Id;

    /// <summary>The file that a command, a mention or a private message points at by replying to it; the bot's own videos are not meant.</summary>
    private static IEnumerable<Message> TakenUp(Message message, List<SpokenText> spoken, bool isPrivate, User me) =>
        (message.ReplyToMessage ?? message.ExternalReply) is { } replied && replied.From?.Id != me.Id
        && (isPrivate ? spoken.All(s => s.Command is null or "make") : spoken.Any(s => s.Mentions || s.Command == "make"))
            ? [replied]
            : [];

    private static bool IsSomethingElse(Message message) =>
        (message.Sticker ?? message.Contact ?? message.Location ?? message.Poll ?? message.Dice ?? message.Story ?? message.PaidMedia
            ?? message.Checklist ?? message.Game) is not null;
}
