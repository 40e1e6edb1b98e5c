using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Sound;
using NemoBot.LocalNemo.Rendering.Staging;
using NemoBot.LocalNemo.Sound.Analysis;
using NemoBot.LocalNemo.Sound.Mixing;
using NemoBot.Media.Processes;

namespace NemoBot.Bench.Rendering;

/// <summary>Compares a rendered file with the same frames before any encoder saw them.</summary>
internal static partial class Likeness
{
    /// <summary>SSIM over all frames and planes.</summary>
    public static async Task<double> MeasureAsync(MediaProcesses processes, Project project, string path, string folder)
    {
        var (canvas, analyzer) = (project.Canvas, new SoundAnalyzer(processes));
        await using var stage = await new StageBuilder(processes, analyzer, project, folder).BuildAsync(CancellationToken.None);
        await using var mix = await new SoundMixer(processes, analyzer).StartAsync(project, Path.Combine(folder, "mix.m4a"), folder, stage.Hears, CancellationToken.None);
        var heard = stage.Hears ? new SampleWindow(mix.Samples) : null;
        await using var pictures = stage.OpenPictures(CancellationToken.None);
        using var compare = Ffmpeg.Start(
        [
            "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", $"{canvas.Width}x{canvas.Height}", "-framerate", FrameRates.Argument(canvas.FrameRate), "-i", "pipe:0",
            "-i", path, "-lavfi", "[0:v]settb=AVTB,setpts=N[a];[1:v]settb=AVTB,setpts=N[b];[a][b]ssim", "-an", "-f", "null", "-",
        ], feeds: true);
        var words = Ffmpeg.EndAsync(compare);
        var frame = new Frame(canvas.Width, canvas.Height);
        for (var number = 0L; number < stage.Composer.Count; number++)
        {
            await pictures.NextAsync(frame);
            await stage.Composer.ReachAsync(heard, frame.All, number);
            stage.Composer.Draw(frame, frame.All, number, heard);
            await frame.WriteAsync(compare.StandardInput.BaseStream, frame.All);
        }

        compare.StandardInput.Close();
        if (heard is not null)
        {
            await heard.DrainAsync();
        }

        await mix.Completion;
        return double.Parse(Found().Match(await words).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"All:([0-9.]+)")]
    private static partial Regex Found();
}
