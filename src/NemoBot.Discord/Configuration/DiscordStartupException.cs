namespace NemoBot.Discord.Configuration;

/// <summary>
/// Discord can never work with these settings: a bad token, a privileged intent that is not switched on, impossible shards.
/// The message is a sentence for the operator that says where to change it; it never holds the token.
/// </summary>
/// <param name="message">The sentence.</param>
public sealed class DiscordStartupException(string message) : Exception(message);
