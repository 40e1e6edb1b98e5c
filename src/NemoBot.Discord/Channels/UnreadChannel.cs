namespace NemoBot.Discord.Channels;

/// <summary>A channel that may have messages the bot missed.</summary>
/// <param name="Id">The channel.</param>
/// <param name="State">What is known of it.</param>
/// <param name="After">The newest message that is on disk.</param>
internal sealed record UnreadChannel(string Id, ChannelState State, string After);
