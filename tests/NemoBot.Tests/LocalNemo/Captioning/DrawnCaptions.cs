using System.Diagnostics;
using NemoBot.LocalNemo.Captioning.Drawing;
using NemoBot.LocalNemo.Projects;
using Xunit;

namespace NemoBot.Tests.LocalNemo.Captioning;

/// <summary>Captions drawn by libass over gray, one picture an event.</summary>
internal static class DrawnCaptions
{
    public static async Task<List<byte[]>> DrawAsync(CaptionScript script, Canvas canvas)
    {
        var folder = Directory.CreateTempSubdirectory("nemobot-test-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "a.ass"), script.ToSlides(), TestContext.Current.CancellationToken);
            string[] arguments =
            [
                "-loglevel", "error", "-f", "lavfi", "-i", $"color=c=0x404040:s={canvas.Width}x{canvas.Height}:r=1:d={script.Events.Count},format=rgb24",
                "-vf", "subtitles=f=a.ass", "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1",
            ];
            using var process = Process.Start(new ProcessStartInfo("ffmpeg", arguments) { RedirectStandardOutput = true, WorkingDirectory = folder.FullName })!;
            using var all = new MemoryStream();
            await process.StandardOutput.BaseStream.CopyToAsync(all, TestContext.Current.CancellationToken);
            return [.. all.ToArray().Chunk(canvas.Width * canvas.Height * 3)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static (int Left, int Top, int Right, int Bottom) Extent(byte[] frame, Canvas canvas)
    {
        var (left, top, right, bottom) = (int.MaxValue, int.MaxValue, -1, -1);
        for (var i = 0; i < frame.Length; i += 3)
        {
            if (Math.Abs(frame[i] - 0x40) > 12 || Math.Abs(frame[i + 2] - 0x40) > 12)
            {
                var (x, y) = (i / 3 % canvas.Width, i / 3 / canvas.Width);
                (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
            }
        }

        return (left, top, right, bottom);
    }
}
