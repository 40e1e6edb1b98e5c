namespace NemoBot.Core.Storage;

/// <summary>Another instance has taken over the conversation, or the work: nothing was written, and nothing more may be said or done for it here.</summary>
public sealed class LaneLostException() : Exception("Another instance has taken over.");
