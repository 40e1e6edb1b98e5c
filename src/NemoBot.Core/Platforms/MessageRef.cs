namespace NemoBot.Core.Platforms;

/// <summary>A message that can be edited, replied to or deleted later, also after a restart.</summary>
/// <param name="Conversation">Where it stands.</param>
/// <param name="MessageId">The platform's id of it; opaque.</param>
public sealed record MessageRef(ConversationKey Conversation, string MessageId);
