using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Core.Timeline;

namespace NemoBot.Tests.LocalNemo;

/// <summary>
/// Knows files by a first line such as <c>audio mp3 180 cover</c>, so that a test needs no FFmpeg: kind, container, seconds or size of
/// the picture, and whether there is a cover. Everything else is unreadable.
/// </summary>
internal sealed class FakeMediaTools : IMediaTools
{
    /// <summary>Of videos.</summary>
    public double FrameRate { get; set; } = 25;

    /// <summary>What probing fails with, whatever the file.</summary>
    public MediaProblem? Problem { get; set; }

    public static byte[] Audio(double seconds = 180, string container = "mp3", bool cover = false) =>
        System.Text.Encoding.UTF8.GetBytes(FormattableString.Invariant($"audio {container} {seconds} {(cover ? "cover" : "-")}\n"));

    public static byte[] Video(double seconds = 20, int width = 1280, int height = 720) =>
        System.Text.Encoding.UTF8.GetBytes(FormattableString.Invariant($"video mov,mp4,m4a {seconds} {width} {height}\n"));

    public static byte[] Image() => "image png_pipe 800 600\n"u8.ToArray();

    public Task<string?> FindVersionAsync(CancellationToken cancellationToken) => Task.FromResult<string?>("fake");

    public async Task<MediaFacts> ProbeAsync(string path, CancellationToken cancellationToken)
    {
        if (Problem is { } problem)
        {
            throw new MediaException(problem, "as the test wants");
        }

        var parts = (await File.ReadAllTextAsync(path, cancellationToken)).Split('\n')[0].Split(' ');
        return parts switch
        {
            ["audio", var container, var seconds, var cover] => Facts.Audio(double.Parse(seconds), container, cover == "cover"),
            ["video", var container, var seconds, var width, var height] => Facts.Video(double.Parse(seconds), int.Parse(width), int.Parse(height), container) with { FrameRate = FrameRate },
            ["image", _, _, _] => Facts.Image(),
            ["text"] => Facts.Image() with { Kind = MediaKind.Text },
            _ => throw new MediaException(MediaProblem.Unreadable, "no media"),
        };
    }

    public Task<string> ConvertAsync(string path, string folder, IProgress<double>? progress, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<string?> CompressAsync(string path, string folder, long maxBytes, IProgress<double>? progress, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<FitResult?> FitAsync(string path, string folder, long maxBytes, IProgress<double>? progress, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<VideoFacts> DescribeVideoAsync(string path, string? poster, int maxSide, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task DrawTimelineAsync(TimelineView timeline, string target, CancellationToken cancellationToken) => throw new NotSupportedException();
}
