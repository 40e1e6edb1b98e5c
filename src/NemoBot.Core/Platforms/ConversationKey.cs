namespace NemoBot.Core.Platforms;

/// <summary>Identifies a conversation: a channel, a thread, a topic or a private chat.</summary>
/// <param name="Platform">The platform's <see cref="IChatPlatform.Name"/>.</param>
/// <param name="Channel">Opaque to everything but the platform; stable for the life of the channel.</param>
public sealed record ConversationKey(string Platform, string Channel)
{
    /// <summary>The persisted form: <c>platform:channel</c>.</summary>
    public override string ToString() => $"{Platform}:{Channel}";

    /// <summary>Parses what <see cref="ToString"/> returned.</summary>
    /// <exception cref="FormatException">There is no colon in <paramref name="value"/>.</exception>
    public static ConversationKey Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            ? new ConversationKey(value[..colon], value[(colon + 1)..])
            : throw new FormatException("A conversation key has the form platform:channel.");
    }
}
