using System.Globalization;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;
using Telegram.Bot.Types;

namespace NemoBot.Telegram.Messages;

/// <summary>Message ids between the engine (text) and the service (numbers).</summary>
internal static class MessageIds
{
    /// <summary>The id of a message that was sent although its id could not be read: it cannot be edited, an edit sends a new message.</summary>
    private const string Unreadable = "sent";

    /// <summary>The engine's reference to a message that was sent.</summary>
    public static MessageRef CreateRef(ChatAddress address, int? id) =>
        new(address.Key, id?.ToString(CultureInfo.InvariantCulture) ?? Unreadable);

    /// <summary>Parses an id; false for the id of a button press.</summary>
    public static bool TryParse(string text, out int id) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);

    /// <summary>The message to reply to. The service sends the message even if that one is gone.</summary>
    public static ReplyParameters? CreateReply(string? messageId) =>
        messageId is not null && TryParse(messageId, out var id) ? new ReplyParameters { MessageId = id, AllowSendingWithoutReply = true } : null;
}
