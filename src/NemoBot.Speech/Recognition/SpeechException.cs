namespace NemoBot.Speech.Recognition;

/// <summary>Speech could not be recognized.</summary>
/// <param name="problem">The kind of problem.</param>
/// <param name="detail">For the log only.</param>
public sealed class SpeechException(SpeechProblem problem, string detail) : Exception($"{problem}: {detail}")
{
    /// <summary>The kind of problem.</summary>
    public SpeechProblem Problem { get; } = problem;

    /// <summary>Bytes that would be needed, where that is the problem.</summary>
    public long NeededBytes { get; init; }
}
