namespace NemoBot.Core.Queueing;

/// <summary>One conversation's line: what runs, then what waits. Guarded by the lock of its <see cref="ConversationQueues"/>.</summary>
internal sealed class Lane
{
    /// <summary>The first one runs.</summary>
    public List<QueuedTurn> Items { get; } = [];
}
