using System.Globalization;
using NemoBot.Core.Platforms;

namespace NemoBot.Telegram.Api;

/// <summary>A chat or one topic of it. Written as <c>chat</c> or <c>chat/topic</c> in <see cref="ConversationKey.Channel"/>.</summary>
/// <param name="Chat">Negative for groups.</param>
/// <param name="Topic">Null for chats without topics and for the General topic (its id must never be sent).</param>
internal readonly record struct ChatAddress(long Chat, long? Topic = null)
{
    /// <summary>The platform's name.</summary>
    public const string Platform = "telegram";

    /// <summary>Groups and channels have negative ids.</summary>
    public bool IsGroup => Chat < 0;

    /// <summary>The conversation's key.</summary>
    public ConversationKey Key => new(Platform, Topic is { } topic
        ? string.Create(CultureInfo.InvariantCulture, $"{Chat}/{topic}")
        : Chat.ToString(CultureInfo.InvariantCulture));

    /// <summary>Parses a key.</summary>
    /// <exception cref="FormatException">It is not a key of this platform.</exception>
    public static ChatAddress Of(ConversationKey conversation)
    {
        var slash = conversation.Channel.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? new ChatAddress(Number(conversation.Channel))
            : new ChatAddress(Number(conversation.Channel.AsSpan(0, slash)), Number(conversation.Channel.AsSpan(slash + 1)));
    }

    private static long Number(ReadOnlySpan<char> text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
