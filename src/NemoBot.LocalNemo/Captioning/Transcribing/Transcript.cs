using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Captioning.Transcribing;

/// <summary>What is said in a file.</summary>
/// <param name="Lines">Times are positions in the file; empty if there is a problem.</param>
/// <param name="Language">ISO 639-1 code; null if unknown.</param>
internal sealed record Transcript(IReadOnlyList<CaptionLine> Lines, string? Language)
{
    /// <summary>Why there are no lines; null if there are.</summary>
    public TranscriptProblem? Problem { get; init; }

    /// <summary>Size of the model where that is the problem, in megabytes.</summary>
    public int Megabytes { get; init; }
}
