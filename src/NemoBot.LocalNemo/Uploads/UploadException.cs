namespace NemoBot.LocalNemo.Uploads;

/// <summary>A file is not taken.</summary>
/// <param name="problem">What is the matter.</param>
/// <param name="message">In plain words.</param>
internal sealed class UploadException(UploadProblem problem, string message) : Exception(message)
{
    /// <summary>What is the matter.</summary>
    public UploadProblem Problem { get; } = problem;
}
