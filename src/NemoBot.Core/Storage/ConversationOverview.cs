namespace NemoBot.Core.Storage;

/// <summary>A conversation and how much is kept of it.</summary>
/// <param name="Conversation">Its record.</param>
/// <param name="Versions">The number of its newest version; 0: none.</param>
public sealed record ConversationOverview(ConversationRecord Conversation, int Versions);
