namespace NemoBot.Core.Platforms;

/// <summary>Names one conversation: a channel, a thread, a topic or a private chat.</summary>
/// <param name="Platform">The platform's <see cref="IChatPlatform.Name"/>.</param>
/// <param name="Channel">Opaque to everyone but the platform; stable for the life of the channel.</param>
public sealed record ConversationKey(string Platform, string Channel)
{
    /// <summary>The form kept in the store: <c>platform:channel</c>.</summary>
    public override string ToString() => $"{Platform}:{Channel}";

    /// <summary>Reads <see cref="ToString"/> back.</summary>
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
