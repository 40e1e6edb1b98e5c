using NemoBot.Discord.Channels;
using NemoBot.Discord.Rest;

namespace NemoBot.Discord.Messages;

/// <summary>The response to a send.</summary>
/// <param name="Response">Discord's response.</param>
/// <param name="Via">The interaction whose token was used; null for a message of the bot's own.</param>
internal sealed record SendResult(RestResponse Response, OpenInteraction? Via);
