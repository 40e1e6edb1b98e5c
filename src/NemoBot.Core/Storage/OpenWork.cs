using NemoBot.Core.Platforms;

namespace NemoBot.Core.Storage;

/// <summary>Names a turn, render or reply that is open.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Id">Its id.</param>
/// <param name="Conversation">The conversation that it belongs to.</param>
public sealed record OpenWork(OpenWorkKind Kind, string Id, ConversationKey Conversation);
