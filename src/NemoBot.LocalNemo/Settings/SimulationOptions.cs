using System.ComponentModel.DataAnnotations;

namespace NemoBot.LocalNemo.Settings;

/// <summary>The cloud's habits, all off by default: section <c>NemoBot:LocalNemo:Simulation</c>.</summary>
public sealed class SimulationOptions
{
    /// <summary>Every n-th edit says nothing, its effect is only in the state; 0: never.</summary>
    [Range(0, int.MaxValue)]
    public int SilentEvery { get; set; }

    /// <summary>Answers speak of buttons and panels.</summary>
    public bool GuiTalk { get; set; }

    /// <summary>Credits a new user starts with; null: nothing costs anything.</summary>
    [Range(0, long.MaxValue)]
    public long? StartCredits { get; set; }

    /// <summary>Price of a turn that makes the first video of a session.</summary>
    [Range(0, long.MaxValue)]
    public long GenerationCost { get; set; } = 100;

    /// <summary>Price of every other turn.</summary>
    [Range(0, long.MaxValue)]
    public long EditCost { get; set; } = 50;

    /// <summary>Tells missing credits inside the stream instead of in an answer of its own.</summary>
    public bool CreditErrorInStream { get; set; }

    /// <summary>How long a turn takes before its effect is there; heartbeats come meanwhile.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan TurnTime { get; set; }

    /// <summary>The first turn of a session makes the raw video first and adds titles and music after another <see cref="TurnTime"/>.</summary>
    public bool TwoStages { get; set; }

    /// <summary>A notice of a temporary issue follows every answer.</summary>
    public bool TemporaryIssueNoise { get; set; }

    /// <summary>Every n-th render fails; 0: none.</summary>
    [Range(0, int.MaxValue)]
    public int FailRenderEvery { get; set; }

    /// <summary>How long a render waits before it begins.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan RenderDelay { get; set; }

    /// <summary>Each render must really run: none is served with the file of an earlier one.</summary>
    internal bool ChangesRenders => RenderDelay > TimeSpan.Zero || FailRenderEvery > 0;
}
