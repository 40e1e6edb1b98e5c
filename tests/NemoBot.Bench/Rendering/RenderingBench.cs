using System.Diagnostics;
using Microsoft.Extensions.Options;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering;
using NemoBot.Media;
using NemoBot.Media.Processes;

namespace NemoBot.Bench.Rendering;

/// <summary>
/// Times the renderer against the recipe that is usual for such bots (a looped picture, showwaves, overlay, titles burnt in) on the
/// same sound and picture in one run: only the ratio means something on a busy machine.
/// </summary>
internal static class RenderingBench
{
    private const double Seconds = 60;

    /// <summary>Optional arguments: a sound file and a picture to use instead of made ones.</summary>
    public static async Task RunAsync(string[] args)
    {
        var work = Directory.CreateTempSubdirectory("nemobot-bench-").FullName;
        try
        {
            using var processes = new MediaProcesses(Options.Create(new MediaOptions { Niceness = 0 }), TimeProvider.System);
            var sound = args.Length > 0 ? args[0] : await MakeAsync(work, "sound.mp3", $"-f lavfi -i aevalsrc=0.6*sin(2*PI*(180+90*sin(3*t))*t)*abs(sin(2.1*t))*abs(sin(0.7*t)):d={Seconds} -b:a 128k");
            var picture = args.Length > 1 ? args[1] : await MakeAsync(work, "picture.jpg", "-f lavfi -i mandelbrot=s=1920x1080:start_scale=0.02 -frames:v 1 -update 1");
            var usual = await TimeAsync("usual recipe", Path.Combine(work, "usual.mp4"), target => RunUsualAsync(sound, picture, target));
            foreach (var style in (VisualStyle[])[VisualStyle.Bars, VisualStyle.Spectrum, VisualStyle.Line, VisualStyle.None])
            {
                var project = await DescribeAsync(processes, sound, picture, style);
                var folder = Directory.CreateDirectory(Path.Combine(work, $"{style}")).FullName;
                var ours = await TimeAsync(
                    $"renderer, {style}",
                    Path.Combine(work, $"{style}.mp4"),
                    target => new ProjectRenderer(processes).RenderAsync(project, folder, target, null, CancellationToken.None));
                Console.WriteLine(FormattableString.Invariant($"  ratio {usual / ours:0.0}"));
            }
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task<Project> DescribeAsync(MediaProcesses processes, string sound, string picture, VisualStyle style)
    {
        var tools = new MediaTools(processes);
        var asset = new Asset("s", "sound", sound, await tools.ProbeAsync(sound, CancellationToken.None));
        var image = new Asset("p", "picture", picture, await tools.ProbeAsync(picture, CancellationToken.None));
        var length = asset.Facts.Duration < TimeSpan.FromSeconds(Seconds) ? asset.Facts.Duration : TimeSpan.FromSeconds(Seconds);
        return new Project
        {
            Background = new Background(BackgroundKind.Image, "#000000", null, image),
            Visual = new Visual(style, "#ffffff", VerticalPlace.Bottom),
            Clips = [new Clip(asset, TimeSpan.Zero, length)],
            Titles = [new Title("Morning Show", TimeSpan.Zero, null, "#ffffff", 0.1, VerticalPlace.Top, TimeSpan.FromSeconds(1), TimeSpan.Zero)],
        };
    }

    private static async Task<double> TimeAsync(string name, string target, Func<string, Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work(target);
        var took = watch.Elapsed.TotalSeconds;
        var megabytes = new FileInfo(target).Length / 1e6 / (Seconds / 60);
        Console.WriteLine(FormattableString.Invariant($"{name,-20} 1920x1080@30: {took:0.0} s, {Seconds / took:0.0} x real time, {megabytes:0.00} MB a minute"));
        return took;
    }

    private static Task RunUsualAsync(string sound, string picture, string target) => FfmpegAsync(
    [
        "-loop", "1", "-framerate", "30", "-i", picture, "-i", sound, "-filter_complex",
        "[1:a]showwaves=s=1920x270:mode=cline:rate=30:colors=white[w];[0:v]scale=1920:1080[b];[b][w]overlay=0:740,drawtext=text=Morning:fontsize=100:fontcolor=white:x=(w-tw)/2:y=80,format=yuv420p[v]",
        "-map", "[v]", "-map", "1:a", "-t", $"{Seconds}", "-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-c:a", "aac", "-shortest", target,
    ]);

    private static async Task<string> MakeAsync(string folder, string name, string arguments)
    {
        var path = Path.Combine(folder, name);
        await FfmpegAsync([.. arguments.Split(' '), path]);
        return path;
    }

    private static async Task FfmpegAsync(IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-nostdin", "-y", .. arguments]))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException("FFmpeg failed.");
        }
    }
}
