namespace NemoBot.Discord.Wire;

/// <summary>How many sessions may still be started.</summary>
internal sealed record WireSessionLimit
{
    public int Total { get; init; }

    public int Remaining { get; init; }

    public long ResetAfter { get; init; }

    public int MaxConcurrency { get; init; }
}
