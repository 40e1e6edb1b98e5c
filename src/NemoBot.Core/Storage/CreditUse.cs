namespace NemoBot.Core.Storage;

/// <summary>Credits that turns took since some moment.</summary>
/// <param name="Person">Of one person, over all conversations of the platform.</param>
/// <param name="Conversation">Of one conversation, by all people.</param>
public sealed record CreditUse(long Person, long Conversation);
