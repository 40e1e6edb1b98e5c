using NemoBot.Discord.Places;
using NemoBot.Discord.Rest;

namespace NemoBot.Discord.Messages;

/// <summary>The answer to a send.</summary>
/// <param name="Answer">What Discord said.</param>
/// <param name="By">The interaction whose token carried it; null for a message of the bot's own.</param>
internal sealed record Sent(RestAnswer Answer, OpenInteraction? By);
