using System.Globalization;
using Microsoft.Extensions.Options;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering;
using NemoBot.Media.Processes;

namespace NemoBot.Bench.Rendering;

/// <summary>
/// Compares the renderer with the recipe that is usual for such bots (a looped picture, showwaves, overlay, titles burnt in) on the
/// same sound and picture in one run, by processor time: the ratio means something on a busy machine too.
/// </summary>
internal static class RenderingBench
{
    /// <summary>Optional arguments: a sound file and a picture to use instead of made ones, and how often to compare.</summary>
    public static async Task RunAsync(string[] args)
    {
        var work = Directory.CreateTempSubdirectory("nemobot-bench-").FullName;
        try
        {
            using var processes = new MediaProcesses(Options.Create(new MediaOptions { Niceness = 0 }), TimeProvider.System);
            var sound = args.Length > 0 ? args[0] : await Ffmpeg.MakeAsync(work, "sound.mp3", "-f lavfi -i aevalsrc=0.6*sin(2*PI*(180+90*sin(3*t))*t)*abs(sin(2.1*t))*abs(sin(0.7*t)):d=60 -b:a 128k");
            var source = args.Length > 1 ? args[1] : await Ffmpeg.MakeAsync(work, "source.png", "-f lavfi -i mandelbrot=s=1920x1080:start_scale=0.02 -frames:v 1 -update 1");
            var picture = await Ffmpeg.MakeAsync(work, "picture.png", $"-i {source} -vf scale=1920:1080:force_original_aspect_ratio=increase,crop=1920:1080 -frames:v 1 -update 1");
            var rounds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 3;
            var projects = await BenchProjects.ReadAsync(processes, sound, picture);
            await CompareAsync(processes, projects, sound, picture, work, rounds);
            await MeasureMusicVideosAsync(processes, projects, work);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task CompareAsync(MediaProcesses processes, BenchProjects projects, string sound, string picture, string work, int rounds)
    {
        (string Name, Project Project)[] wanted =
        [
            ("bars", projects.Audiogram(VisualStyle.Bars)),
            ("bars, card", projects.Audiogram(VisualStyle.Bars, PictureFit.Card)),
            ("bars, captions", projects.Audiogram(VisualStyle.Bars, hasCaptions: true)),
            ("line", projects.Audiogram(VisualStyle.Line)),
            ("spectrum", projects.Audiogram(VisualStyle.Spectrum)),
            ("no visual", projects.Audiogram(VisualStyle.None)),
        ];
        for (var round = 0; round < rounds; round++)
        {
            var usual = await Cost.MeasureAsync(Path.Combine(work, "usual.mp4"), target => RunUsualAsync(sound, picture, target, projects.Length));
            Console.WriteLine($"usual recipe, 1080p30: {usual.Describe(projects.Length.TotalSeconds)}");
            foreach (var (name, project) in wanted)
            {
                var target = Path.Combine(work, "ours.mp4");
                var ours = await RenderAsync(processes, project, work, target);
                var likeness = round > 0 ? "" : FormattableString.Invariant($", SSIM {await Likeness.MeasureAsync(processes, project, target, work):0.0000}");
                Console.WriteLine(FormattableString.Invariant(
                    $"  {name,-15} {ours.Describe(projects.Length.TotalSeconds)}; usual / ours {usual.Processor / ours.Processor:0.0}, bytes {100.0 * ours.Bytes / usual.Bytes:0} %{likeness}"));
            }
        }
    }

    private static async Task MeasureMusicVideosAsync(MediaProcesses processes, BenchProjects projects, string work)
    {
        foreach (var canvas in (Canvas[])[new(1920, 1080, 30), new(1280, 720, 30)])
        {
            var cost = await RenderAsync(processes, projects.MusicVideo(canvas), work, Path.Combine(work, "music.mp4"));
            Console.WriteLine($"music video, {canvas.Width}x{canvas.Height}: {cost.Describe(projects.Length.TotalSeconds)}");
        }
    }

    private static Task<Cost> RenderAsync(MediaProcesses processes, Project project, string work, string target)
    {
        var folder = Directory.CreateDirectory(Path.Combine(work, "scratch")).FullName;
        return Cost.MeasureAsync(target, path => new ProjectRenderer(processes).RenderAsync(project, folder, path, null, CancellationToken.None));
    }

    private static Task<string> RunUsualAsync(string sound, string picture, string target, TimeSpan length) => Ffmpeg.RunAsync(
    [
        "-loop", "1", "-framerate", "30", "-i", picture, "-i", sound, "-filter_complex",
        "[1:a]showwaves=s=1920x270:mode=cline:rate=30:colors=white[w];[0:v]scale=1920:1080[b];[b][w]overlay=0:740,drawtext=text=Morning:fontsize=100:fontcolor=white:x=(w-tw)/2:y=80,format=yuv420p[v]",
        "-map", "[v]", "-map", "1:a", "-t", FfmpegArguments.Seconds(length), "-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-c:a", "aac", "-shortest", target,
    ]);
}
