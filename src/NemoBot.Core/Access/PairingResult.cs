using NemoBot.Core.Platforms;

namespace NemoBot.Core.Access;

/// <summary>What became of a code.</summary>
/// <param name="Creator">The chat that made it; null if it is not valid.</param>
/// <param name="RetryAfter">When the next guess is accepted; null if this one was.</param>
internal sealed record PairingResult(ConversationKey? Creator, TimeSpan? RetryAfter);
