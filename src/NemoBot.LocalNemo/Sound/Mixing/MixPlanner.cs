using NemoBot.LocalNemo.Projects;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Sound.Mixing;

/// <summary>
/// Decides how loud everything is. The main sound sets the level; music at 100 % is as loud as the main sound. Volumes that people
/// asked for are differences: the loudness is reached with the main sound at 100 %, its own volume is applied on top.
/// </summary>
internal sealed class MixPlanner(ISoundAnalyzer analyzer)
{
    private const double MostCorrection = 24;

    private const double SpeakingBelowLoudness = 14;

    /// <summary>The mix before its loudness is known, and which loudness it should have.</summary>
    public async Task<(MixPlan Plan, double Target)> PlanAsync(Project project, CancellationToken cancellationToken)
    {
        // A muted main sound takes no part: the music alone reaches the loudness.
        List<Clip> main = project.Volume == 0 ? [.. MainOf(project).Select(Silent)] : MainOf(project);
        var sounding = main.Where(c => c.Asset.Facts.HasAudio).Select(c => c.Asset).DistinctBy(a => a.Path).ToList();
        var music = project.Music.Where(m => m.Asset.Facts.HasAudio).ToList();
        var reports = new Dictionary<string, LoudnessReport>(StringComparer.Ordinal);
        foreach (var asset in sounding.Concat(music.Select(m => m.Asset)).DistinctBy(a => a.Path))
        {
            reports[asset.Path] = await analyzer.MeasureLoudnessAsync(asset, cancellationToken).ConfigureAwait(false);
        }

        var leader = Leader(main, reports) ?? music.Select(m => m.Asset).FirstOrDefault(a => !reports[a.Path].IsSilent);
        var level = leader is null ? double.NegativeInfinity : reports[leader.Path].Integrated;
        var ducks = sounding.Any(a => a.Path == leader?.Path);
        var plan = new MixPlan(
            main,
            [.. main.Select((_, i) => project.Voice is null ? SoundFormat.SamplesIn(project.CrossfadeInto(i)) : 0)],
            1,
            [.. music.Select(m => (m, m.Volume * (project.Mix.Normalize ? Even(level, reports[m.Asset.Path].Integrated) : 1)))],
            SoundFormat.SamplesIn(project.Duration),
            Fades.Of(project.FadeIn, project.FadeOut, project.Duration),
            project.Mix.Denoise,
            ToneOf(project.Mix),
            ducks ? Decibels.ToAmplitude(level - SpeakingBelowLoudness) : null,
            reports)
        {
            Channels = project.Mix.Channels,
        };
        return (plan, project.Mix.Loudness ?? (leader is not null && reports[leader.Path].IsSpeech ? LoudnessTargets.Speech : LoudnessTargets.Music));
    }

    /// <summary>Clips that all have the same volume are as loud as one of them: the volume is that of the main sound.</summary>
    public static double VolumeOf(Project project)
    {
        var volumes = (project.Voice is { } voice ? [voice] : project.Clips).Select(c => c.Volume).Distinct().ToList();
        return project.Mix.Volume * (volumes is [> 0 and var only] ? only : 1);
    }

    private static string ToneOf(Mix mix) => FfmpegArguments.Chain(
        mix.Bass == 0 ? "" : $"bass=g={FfmpegArguments.Number(mix.Bass)}:f=110",
        mix.Treble == 0 ? "" : $"treble=g={FfmpegArguments.Number(mix.Treble)}:f=4000");

    private static List<Clip> MainOf(Project project)
    {
        List<Clip> clips = project.Voice is { } voice ? Delay(voice, project.VoiceDelay) : [.. project.Clips];
        return clips.Select(c => c.Volume).Distinct().Count() == 1 && clips[0].Volume > 0 ? [.. clips.Select(c => c with { Volume = 1 })] : clips;
    }

    /// <summary>A later start is silence before the sound, an earlier one leaves out its beginning.</summary>
    private static List<Clip> Delay(Clip voice, TimeSpan delay)
    {
        if (delay > TimeSpan.Zero)
        {
            return [Silent(voice) with { Length = delay, Speed = 1 }, voice];
        }

        var skipped = delay.Negate() * voice.Speed;
        return [skipped < voice.Length ? voice with { From = voice.From + skipped, Length = voice.Length - skipped } : voice with { Length = TimeSpan.Zero }];
    }

    private static Clip Silent(Clip clip) => clip with { Asset = clip.Asset with { Facts = clip.Asset.Facts with { HasAudio = false } } };

    private static Asset? Leader(IReadOnlyList<Clip> main, Dictionary<string, LoudnessReport> reports) =>
        main.Where(c => c.Volume > 0 && c.Asset.Facts.HasAudio && !reports[c.Asset.Path].IsSilent)
            .GroupBy(c => c.Asset.Path, StringComparer.Ordinal)
            .MaxBy(g => g.Sum(c => c.Duration.Ticks))?.First().Asset;

    private static double Even(double level, double own) =>
        double.IsInfinity(level) || double.IsInfinity(own) ? 1 : Decibels.ToAmplitude(Math.Clamp(level - own, -MostCorrection, MostCorrection));
}
