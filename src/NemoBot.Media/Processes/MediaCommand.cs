namespace NemoBot.Media.Processes;

/// <summary>What to start.</summary>
/// <param name="Tool">Which program.</param>
/// <param name="Arguments">One by one, never a shell's line.</param>
/// <param name="TimeLimit">Longest life of the process.</param>
public sealed record MediaCommand(MediaTool Tool, IReadOnlyList<string> Arguments, TimeSpan TimeLimit)
{
    /// <summary>The caller writes to its standard input.</summary>
    public bool FeedsInput { get; init; }

    /// <summary>It encodes video from a file, which takes more memory than reading one.</summary>
    public bool Encodes { get; init; }

    /// <summary>It reads no file, so that it needs no limits: those are first tried out, which would delay the start of the bot.</summary>
    public bool IsHarmless { get; init; }

    /// <summary>The folder it runs in, for file names inside filters; null: the bot's.</summary>
    public string? WorkingFolder { get; init; }
}
