using System.ComponentModel.DataAnnotations;

namespace NemoBot.Core.Status;

/// <summary>Section <c>NemoBot:Status</c>: how the status message refreshes itself.</summary>
public sealed class LiveStatusOptions
{
    /// <summary>Time between two refreshes of the elapsed time and the expected progress.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "01:00:00")]
    public TimeSpan Refresh { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Time without news after which the message says that work goes on.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan StillWorkingAfter { get; set; } = TimeSpan.FromMinutes(2);
}
