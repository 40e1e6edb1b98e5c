namespace NemoBot.Core.Rendering;

/// <summary>Section <c>NemoBot:Rendering</c>.</summary>
public sealed class RenderOptions
{
    /// <summary>A render that takes longer is given up.</summary>
    public TimeSpan LongestRender { get; set; } = TimeSpan.FromHours(1);

    /// <summary>After this time the status says that the render takes longer than usual.</summary>
    public TimeSpan UsualRender { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long until the first poll.</summary>
    public TimeSpan FirstPoll { get; set; } = TimeSpan.FromSeconds(6);

    /// <summary>How many polls in a row may fail before the render is given up.</summary>
    public int FailedPolls { get; set; } = 10;
}
