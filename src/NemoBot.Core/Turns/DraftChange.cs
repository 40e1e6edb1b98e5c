using NemoBot.Core.Storage;
using NemoBot.Core.Timeline;

namespace NemoBot.Core.Turns;

/// <summary>What a turn did to the timeline.</summary>
/// <param name="Draft">The new version; null if nothing changed.</param>
/// <param name="Timeline">The new version as people see it.</param>
/// <param name="Differences">What changed, a short sentence each.</param>
internal sealed record DraftChange(DraftRecord? Draft, TimelineView Timeline, IReadOnlyList<string> Differences)
{
    public static DraftChange None { get; } = new(null, TimelineView.Empty, []);

    /// <summary>There is something new that can be rendered.</summary>
    public bool CanRender => Draft is not null && Timeline.CanExport;
}
