using System.ComponentModel.DataAnnotations;

namespace NemoBot.Core.Rendering;

/// <summary>Section <c>NemoBot:Rendering</c>.</summary>
public sealed class RenderOptions
{
    /// <summary>A render that is not completed after this time is abandoned.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan LongestRender { get; set; } = TimeSpan.FromHours(1);

    /// <summary>After this time the status message says that the render takes longer than usual.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan UsualRender { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Time until the first poll.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan FirstPoll { get; set; } = TimeSpan.FromSeconds(6);

    /// <summary>Polls in a row that may fail before the render is abandoned.</summary>
    [Range(1, 1000)]
    public int FailedPolls { get; set; } = 10;
}
