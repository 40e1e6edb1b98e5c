namespace NemoBot.Core.Platforms;

/// <summary>An attachment cannot be loaded.</summary>
/// <param name="problem">Which kind of problem it is.</param>
/// <param name="limit">Bytes that the platform would let through, if size is the problem.</param>
/// <param name="inner">The cause.</param>
public sealed class AttachmentException(AttachmentProblem problem, long? limit = null, Exception? inner = null)
    : Exception($"The attachment cannot be loaded: {problem}.", inner)
{
    /// <summary>Which kind of problem it is.</summary>
    public AttachmentProblem Problem { get; } = problem;

    /// <summary>Bytes that the platform would let through, if size is the problem.</summary>
    public long? Limit { get; } = limit;
}
