namespace NemoBot.Core.Platforms;

/// <summary>Refers to a message, so that it can be edited, replied to or deleted at any time.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="MessageId">The platform's id; opaque.</param>
public sealed record MessageRef(ConversationKey Conversation, string MessageId);
