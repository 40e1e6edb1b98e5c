using NemoBot.LocalNemo.Projects;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Sound;

/// <summary>
/// One FFmpeg that cuts, joins and mixes the sound, encodes it, and hands the same samples to whoever draws them: the picture can
/// never drift away from what is heard.
/// </summary>
internal static class SoundCommand
{
    public const int Rate = 48_000;
    private const string Format = "aformat=sample_fmts=fltp:sample_rates=48000:channel_layouts=stereo";

    /// <summary>Peaks of a mix are held below this, so that the encoder does not clip.</summary>
    private const string Limiter = "alimiter=level=0:limit=0.92:attack=3:release=60";

    /// <param name="project">What.</param>
    /// <param name="target">The encoded sound; .m4a.</param>
    /// <param name="givesSamples">Write mono samples of 16 bits to standard output too.</param>
    public static IReadOnlyList<string> Describe(Project project, string target, bool givesSamples)
    {
        List<string> inputs = [];
        List<string> graph = [];
        var main = project.Voice is { } voice ? [voice] : project.Clips;
        var parts = main.Select((clip, i) => Part(clip, $"c{i}", inputs, graph)).ToList();
        graph.Add(parts.Count == 1
            ? $"[{parts[0]}]volume={FfmpegArguments.Number(project.Volume)}[main]"
            : $"{string.Concat(parts.Select(p => $"[{p}]"))}concat=n={parts.Count}:v=0:a=1,volume={FfmpegArguments.Number(project.Volume)}[main]");

        var music = project.Music.Where(m => m.Asset.Facts.HasAudio).Select((m, i) => Below(m, $"m{i}", inputs, graph)).ToList();
        var mixed = music.Count == 0
            ? "[main]"
            : $"[main]{string.Concat(music.Select(m => $"[{m}]"))}amix=inputs={music.Count + 1}:duration=longest:dropout_transition=0:normalize=0,";
        var finish = mixed + (music.Count > 0 || project.Volume > 1 ? Limiter + "," : "") + Ending(project);
        graph.Add(givesSamples ? $"{finish},asplit=2[out][heard];[heard]aformat=sample_fmts=s16:channel_layouts=mono[pcm]" : $"{finish}[out]");
        string[] samples = givesSamples ? ["-map", "[pcm]", "-f", "s16le", "-c:a", "pcm_s16le", "pipe:1"] : [];
        return
        [
            .. FfmpegArguments.Start, .. inputs, "-filter_complex", string.Join(';', graph),
            "-map", "[out]", "-c:a", "aac", "-b:a", "128k", "-f", "ipod", FfmpegArguments.FileName(target), .. samples,
        ];
    }

    private static string Part(Clip clip, string name, List<string> inputs, List<string> graph)
    {
        var length = FfmpegArguments.Seconds(clip.Length);
        if (!clip.Asset.Facts.HasAudio)
        {
            graph.Add($"anullsrc=r={Rate}:cl=stereo,{Format},atrim=duration={length}[{name}]");
            return name;
        }

        // Raw MP3 and AAC have no index: seeking in them guesses by the average bit rate. They are decoded from the start instead.
        var hasIndex = clip.Asset.Facts.Container is not ("mp3" or "aac");
        var cut = hasIndex ? "" : $"atrim=start={FfmpegArguments.Seconds(clip.From)},asetpts=PTS-STARTPTS,";
        var at = Count(inputs);
        inputs.AddRange(hasIndex
            ? ["-ss", FfmpegArguments.Seconds(clip.From), "-t", length, "-vn", .. FfmpegArguments.Input(clip.Asset.Path)]
            : ["-vn", .. FfmpegArguments.Input(clip.Asset.Path)]);
        graph.Add($"[{at}:a:0]aresample={Rate}:async=1:first_pts=0,{cut}{Format},apad=whole_dur={length},atrim=duration={length},asetpts=N/SR/TB[{name}]");
        return name;
    }

    private static string Below(Music music, string name, List<string> inputs, List<string> graph)
    {
        var at = Count(inputs);
        inputs.AddRange(["-stream_loop", "-1", "-vn", .. FfmpegArguments.Input(music.Asset.Path)]);
        graph.Add($"[{at}:a:0]aresample={Rate},{Format},asetpts=N/SR/TB,volume={FfmpegArguments.Number(music.Volume)}[{name}]");
        return name;
    }

    private static string Ending(Project project)
    {
        var length = FfmpegArguments.Seconds(project.Duration);
        var ending = $"apad=whole_dur={length},atrim=duration={length}";
        if (project.FadeIn > TimeSpan.Zero)
        {
            ending += $",afade=t=in:d={FfmpegArguments.Seconds(project.FadeIn)}";
        }

        if (project.FadeOut > TimeSpan.Zero)
        {
            var start = project.Duration > project.FadeOut ? project.Duration - project.FadeOut : TimeSpan.Zero;
            ending += $",afade=t=out:st={FfmpegArguments.Seconds(start)}:d={FfmpegArguments.Seconds(project.FadeOut)}";
        }

        return ending;
    }

    private static int Count(List<string> inputs) => inputs.Count(i => i == "-i");
}
