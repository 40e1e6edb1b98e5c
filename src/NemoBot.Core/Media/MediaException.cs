namespace NemoBot.Core.Media;

/// <summary>A media tool could not do its work.</summary>
/// <param name="problem">Which kind of problem it is.</param>
/// <param name="detail">For the log only.</param>
public sealed class MediaException(MediaProblem problem, string detail) : Exception($"{problem}: {detail}")
{
    /// <summary>Which kind of problem it is.</summary>
    public MediaProblem Problem { get; } = problem;
}
