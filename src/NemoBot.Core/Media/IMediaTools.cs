using NemoBot.Core.Platforms;
using NemoBot.Core.Timeline;

namespace NemoBot.Core.Media;

/// <summary>Looks into and converts media files on disk. Every method throws <see cref="MediaException"/> and leaves nothing half-done.</summary>
public interface IMediaTools
{
    /// <summary>The installed FFmpeg's version, for example <c>5.1</c>; null if there is none.</summary>
    Task<string?> FindVersionAsync(CancellationToken cancellationToken);

    /// <summary>Reads what a file is.</summary>
    Task<MediaFacts> ProbeAsync(string path, CancellationToken cancellationToken);

    /// <summary>
    /// Converts a file that the backend would refuse: sound to M4A (AAC), moving pictures to MP4 (H.264), stills to PNG or JPEG.
    /// </summary>
    /// <param name="path">The file as it came; tags that FFmpeg would misread are repaired in it.</param>
    /// <param name="folder">Where the converted file goes.</param>
    /// <param name="progress">0 to 1.</param>
    /// <param name="cancellationToken">Ends the whole process group.</param>
    /// <returns>Absolute path of the converted file.</returns>
    Task<string> ConvertAsync(string path, string folder, IProgress<double>? progress, CancellationToken cancellationToken);

    /// <summary>Compresses sound or video so that it has at most <paramref name="maxBytes"/>; null when that would not be worth keeping.</summary>
    Task<string?> CompressAsync(string path, string folder, long maxBytes, IProgress<double>? progress, CancellationToken cancellationToken);

    /// <summary>Re-encodes a finished video to at most <paramref name="maxBytes"/> when it stays watchable; null when it would not.</summary>
    Task<FitResult?> FitAsync(string path, string folder, long maxBytes, IProgress<double>? progress, CancellationToken cancellationToken);

    /// <summary>What a player wants to know of a finished video, with a poster frame where one is wanted.</summary>
    /// <param name="path">The video.</param>
    /// <param name="poster">Where the poster goes, a JPEG of at most 200 kB; null: none is made.</param>
    /// <param name="maxSide">Most pixels of a side of the poster.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The facts; without a poster if none could be made, because a video without one is still a video.</returns>
    Task<VideoFacts> DescribeVideoAsync(string path, string? poster, int maxSide, CancellationToken cancellationToken);

    /// <summary>Draws a timeline as a PNG picture.</summary>
    Task DrawTimelineAsync(TimelineView timeline, string target, CancellationToken cancellationToken);
}
