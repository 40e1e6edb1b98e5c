namespace NemoBot.LocalNemo.Uploads;

/// <summary>A file is not taken.</summary>
/// <param name="problem">Kind of failure.</param>
/// <param name="message">In plain words.</param>
internal sealed class UploadException(UploadProblem problem, string message) : Exception(message)
{
    /// <summary>Kind of failure.</summary>
    public UploadProblem Problem { get; } = problem;

    /// <summary>How long to wait before another attempt; null if none would help.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
