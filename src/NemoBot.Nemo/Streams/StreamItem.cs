using NemoBot.Core.Backend;

namespace NemoBot.Nemo.Streams;

/// <summary>What one event of the stream came to.</summary>
/// <param name="Events">At least one.</param>
/// <param name="IsNews">False for what only keeps the connection open.</param>
internal readonly record struct StreamItem(IReadOnlyList<BackendEvent> Events, bool IsNews)
{
    /// <summary>Nothing but a sign of life.</summary>
    public static readonly StreamItem Nothing = new([new BackendEvent.Heartbeat()], IsNews: false);
}
