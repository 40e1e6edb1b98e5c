namespace NemoBot.Core.Storage;

/// <summary>A render of the embedded studio in the queue that several instances share.</summary>
public sealed record StudioRender
{
    /// <summary>Names it.</summary>
    public required string Key { get; init; }

    /// <summary>Its session: one render of a session runs at a time.</summary>
    public required string Session { get; init; }

    /// <summary>Equal for renders that make the same file.</summary>
    public required string Twin { get; init; }

    /// <summary>Length of the video: short ones go first.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>The studio's record of it.</summary>
    public required string Json { get; init; }

    /// <summary>The bundle of the vault with its file; null: there is none.</summary>
    public string? Output { get; init; }

    /// <summary>It has ended.</summary>
    public bool IsOver { get; init; }

    /// <summary>A worker holds a valid claim on it.</summary>
    public bool IsRunning { get; init; }

    /// <summary>0 to 1.</summary>
    public double Progress { get; init; }

    /// <summary>How often it was claimed: the number of the present claim.</summary>
    public int Attempt { get; init; }

    /// <summary>How many workers were lost while they worked on it.</summary>
    public int Losses { get; init; }

    /// <summary>Another render has the same file. Filled in when a render is deleted.</summary>
    public bool IsOutputInUse { get; init; }
}
