using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Captioning.Transcribing;

/// <summary>Makes caption lines of what is said in a file.</summary>
internal interface ITranscriber
{
    /// <summary>Transcribes a file. A second request for the same file is answered from memory.</summary>
    /// <param name="asset">A file with sound.</param>
    /// <param name="language">ISO 639-1 code; null: detected.</param>
    /// <param name="progress">0 to 1, the download of a missing model included.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    Task<Transcript> TranscribeAsync(Asset asset, string? language, IProgress<double> progress, CancellationToken cancellationToken);
}
