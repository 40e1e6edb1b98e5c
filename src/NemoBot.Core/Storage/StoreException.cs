namespace NemoBot.Core.Storage;

/// <summary>The store could not do what it was asked for; what was acknowledged before is still there.</summary>
/// <param name="problem">Which kind of problem it is.</param>
/// <param name="message">A sentence for the operator's log; not for users.</param>
/// <param name="inner">The cause.</param>
public sealed class StoreException(StoreProblem problem, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Which kind of problem it is.</summary>
    public StoreProblem Problem { get; } = problem;
}
