namespace NemoBot.Web.Replies;

/// <summary>Ends a request with an error for the sender.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="problem">What is wrong.</param>
/// <param name="values">Placeholders of the message, such as the limit.</param>
internal sealed class ProblemException(int status, Problem problem, params object?[] values) : Exception(problem.ToString())
{
    public int Status { get; } = status;

    public Problem Problem { get; } = problem;

    /// <summary>When the request may be repeated; null for the default of the status.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public object?[] Values { get; } = values;
}
