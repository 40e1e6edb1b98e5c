using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Makes caption lines from speech, files and pasted text.</summary>
internal interface ICaptionTools
{
    /// <summary>Writes down what is said in a file. Times are positions in the file.</summary>
    /// <param name="asset">The file.</param>
    /// <param name="language">Two letters; null: found by listening.</param>
    /// <param name="progress">0 to 1.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task<CaptionResult> TranscribeAsync(Asset asset, string? language, IProgress<double> progress, CancellationToken cancellationToken);

    /// <summary>Reads a caption or lyrics file; lines without times are spread over a length.</summary>
    Task<CaptionResult> ReadAsync(Asset asset, TimeSpan total, CancellationToken cancellationToken);

    /// <summary>Reads pasted lines with or without times; lines without times are spread over a length.</summary>
    Task<CaptionResult> ReadTextAsync(string text, TimeSpan total, CancellationToken cancellationToken);
}
