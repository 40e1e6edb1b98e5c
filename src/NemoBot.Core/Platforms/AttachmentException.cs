namespace NemoBot.Core.Platforms;

/// <summary>An attachment cannot be loaded.</summary>
/// <param name="problem">The kind of problem.</param>
/// <param name="limit">The platform's limit in bytes, if size is the problem.</param>
/// <param name="inner">The cause.</param>
public sealed class AttachmentException(AttachmentProblem problem, long? limit = null, Exception? inner = null)
    : Exception($"The attachment cannot be loaded: {problem}.", inner)
{
    /// <summary>The kind of problem.</summary>
    public AttachmentProblem Problem { get; } = problem;

    /// <summary>The platform's limit in bytes, if size is the problem.</summary>
    public long? Limit { get; } = limit;
}
