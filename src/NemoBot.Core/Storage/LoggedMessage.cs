using NemoBot.Core.Platforms;

namespace NemoBot.Core.Storage;

/// <summary>A message in the log of a platform that has no server of its own to remember it.</summary>
/// <param name="Conversation">Whose.</param>
/// <param name="Id">Unique in the conversation, rising with the time of its first writing.</param>
/// <param name="Sequence">Rising over all writes of the conversation: a reader that knows the last one it saw misses nothing.</param>
/// <param name="Edits">How often it was written again.</param>
/// <param name="Json">The platform's own form of it.</param>
public sealed record LoggedMessage(ConversationKey Conversation, long Id, long Sequence, int Edits, string Json);
