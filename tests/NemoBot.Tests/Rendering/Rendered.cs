using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.Rendering;

/// <summary>A finished video and what can be measured in it.</summary>
internal sealed class Rendered(string path, Project project)
{
    private byte[]? _frames;

    public string Path => path;

    public static async Task<Rendered> MakeAsync(SampleMedia samples, Project project, IProgress<double>? progress = null)
    {
        using var processes = MediaUnderTest.Processes();
        var work = samples.NewFolder();
        var target = System.IO.Path.Combine(samples.NewFolder(), "video.mp4");
        await new ProjectRenderer(processes).RenderAsync(project, work, target, progress, TestContext.Current.CancellationToken);
        return new Rendered(target, project);
    }

    /// <summary>The first frame at a time or after it, as RGB, three bytes a pixel.</summary>
    public byte[] FrameAt(double seconds)
    {
        // Decoded once: a start of FFmpeg takes longer than decoding a small video.
        _frames ??= SampleMedia.Run("ffmpeg", ["-v", "error", "-i", path, "-fps_mode", "passthrough", "-vf", "scale=in_color_matrix=bt709,format=rgb24", "-f", "rawvideo", "-"]);
        var size = project.Canvas.Width * project.Canvas.Height * 3;
        Assert.Equal(0, _frames.Length % size);
        return _frames.AsSpan((int)Math.Ceiling((seconds * project.Canvas.FrameRate) - 0.001) * size, size).ToArray();
    }

    /// <summary>How many pixels of a frame are near a colour, within some rows (parts of the height).</summary>
    public int Count(double seconds, int rgb, double from = 0, double to = 1, int tolerance = 40)
    {
        var frame = FrameAt(seconds);
        var (first, last) = ((int)(from * project.Canvas.Height) * project.Canvas.Width, (int)(to * project.Canvas.Height) * project.Canvas.Width);
        var count = 0;
        for (var i = first; i < last; i++)
        {
            count += IsNear(frame, 3 * i, rgb, tolerance) ? 1 : 0;
        }

        return count;
    }

    /// <summary>In how many rows of a frame a colour is found.</summary>
    public int CountRows(double seconds, int rgb)
    {
        var frame = FrameAt(seconds);
        var width = project.Canvas.Width * 3;
        return Enumerable.Range(0, project.Canvas.Height).Count(y => Enumerable.Range(0, project.Canvas.Width).Any(x => IsNear(frame, (y * width) + (3 * x), rgb, 110)));
    }

    /// <summary>The columns of a frame in which a colour is found, first and last, as parts of the width.</summary>
    public (double First, double Last) Columns(double seconds, int rgb)
    {
        var frame = FrameAt(seconds);
        var (width, height) = (project.Canvas.Width, project.Canvas.Height);
        var found = Enumerable.Range(0, width).Where(x => Enumerable.Range(0, height).Any(y => IsNear(frame, 3 * ((y * width) + x), rgb, 60))).ToList();
        return (found[0] / (double)width, found[^1] / (double)width);
    }

    /// <summary>The sound, mono, 48,000 samples a second.</summary>
    public short[] Samples()
    {
        var bytes = SampleMedia.Run("ffmpeg", ["-v", "error", "-i", path, "-map", "0:a:0", "-ac", "1", "-ar", "48000", "-f", "s16le", "-"]);
        return System.Runtime.InteropServices.MemoryMarshal.Cast<byte, short>(bytes).ToArray();
    }

    /// <summary>Mean level of a part of the sound, 0 to 1.</summary>
    public static double Level(short[] samples, double from, double to)
    {
        double sum = 0;
        var (first, last) = ((int)(from * 48000), Math.Min(samples.Length, (int)(to * 48000)));
        for (var i = first; i < last; i++)
        {
            sum += samples[i] / 32768.0 * (samples[i] / 32768.0);
        }

        return Math.Sqrt(sum / Math.Max(1, last - first));
    }

    /// <summary>What ffprobe says about all streams, a line each, and about the file.</summary>
    public string[] Probe(string entries) => SampleMedia.RunText("ffprobe", "-v", "error", "-show_entries", entries, "-of", "csv=p=0", path).Split('\n');

    public string Probe(string stream, string entries) =>
        SampleMedia.RunText("ffprobe", "-v", "error", "-select_streams", stream, "-show_entries", entries, "-of", "csv=p=0", path);

    private static bool IsNear(byte[] frame, int at, int rgb, int tolerance) =>
        Math.Abs(frame[at] - (rgb >> 16)) <= tolerance
        && Math.Abs(frame[at + 1] - ((rgb >> 8) & 255)) <= tolerance
        && Math.Abs(frame[at + 2] - (rgb & 255)) <= tolerance;
}
