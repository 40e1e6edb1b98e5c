namespace NemoBot.Core.Conversations.Lanes;

/// <summary>One conversation's line: what runs, then what waits. Guarded by the lock of its <see cref="LaneSet"/>.</summary>
internal sealed class Lane
{
    /// <summary>The first one runs.</summary>
    public List<LaneItem> Items { get; } = [];
}
