using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Encoding;

/// <summary>Arguments for the encoder.</summary>
internal static class X264
{
    /// <summary>Seconds between the places from which a player can start.</summary>
    private const int KeySeconds = 2;

    /// <summary>Raw pictures on standard input.</summary>
    public static IReadOnlyList<string> RawInput(int width, int height, double frameRate) =>
        ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", $"{width}x{height}", "-framerate", FrameRates.Argument(frameRate), "-i", "pipe:0"];

    /// <summary>For moving pictures: the usual way, B-frames and all.</summary>
    public static IReadOnlyList<string> Moving(Canvas canvas, int threads) =>
        ["-c:v", "libx264", "-preset", "veryfast", "-crf", "22", "-g", $"{FrameRates.In(KeySeconds, canvas.FrameRate)}", "-threads", $"{threads}", .. FfmpegArguments.Bt709];
}
