using System.ComponentModel.DataAnnotations;

namespace NemoBot.Core.Queueing;

/// <summary>Section <c>NemoBot:Engine</c>.</summary>
public sealed class EngineOptions
{
    /// <summary>How many requests one conversation may have waiting.</summary>
    [Range(1, 1000)]
    public int LaneCapacity { get; set; } = 20;

    /// <summary>Longest request in characters; longer texts belong into a file.</summary>
    [Range(100, 100_000)]
    public int LongestRequest { get; set; } = 8000;

    /// <summary>A turn that takes longer is ended: long enough to wait out an outage of the backend.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "30.00:00:00")]
    public TimeSpan TurnDeadline { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How long a turn that has come still waits for its "Queued" message, if the chat does not take it.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan AnnouncePatience { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>After a restart, requests older than this are not run by themselves: they ask first.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan ResumeWithin { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long everything is kept after its last use: turns, renders and messages after they ended, a whole conversation with its timelines and settings after nobody has used it for so long.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "3650.00:00:00")]
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How often what is older is looked for.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "30.00:00:00")]
    public TimeSpan PruneInterval { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How long to wait before a backend that did not answer is tried again while its breaker is still closed.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan RetryWait { get; set; } = TimeSpan.FromSeconds(5);
}
