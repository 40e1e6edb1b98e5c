using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Sound.Decoding;
using NemoBot.LocalNemo.Sound.Measuring;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Sound.Mixing;

/// <summary>
/// Mixes the sound of a project in two passes: the first measures, the second applies one linear gain and the limiter. FFmpeg
/// decodes and encodes; the samples in between are added here, each at its exact place.
/// </summary>
internal sealed class SoundMixer(MediaProcesses processes, ISoundAnalyzer analyzer)
{
    private const int Block = SoundFormat.Rate / 10 * SoundFormat.Channels;

    /// <summary>Quieter mixes are noise: they are not amplified to the loudness of speech.</summary>
    private const double Quietest = -60;
    private const double MostGain = 36;
    private const int CorrectionPasses = 3;
    private const double Tolerance = 0.3;
    private const double MostCorrection = 4;

    /// <summary>Tags of the encoded file; null: none.</summary>
    public FileTags? Tags { get; init; }

    /// <summary>Progress of the encoding, 0 to 1.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Bits per second of the encoded sound; 0: as usual.</summary>
    public int Bitrate { get; init; }

    /// <summary>Measures the mix and starts to make it.</summary>
    /// <param name="project">What to mix.</param>
    /// <param name="target">The encoded file; its extension chooses the codec.</param>
    /// <param name="folder">For temporary files.</param>
    /// <param name="givesSamples">Hand the finished samples to <see cref="RunningMix.Samples"/> too.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<RunningMix> StartAsync(Project project, string target, string folder, bool givesSamples, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(project);
        var decoders = new DecoderFactory(processes, folder, cancellationToken) { Recall = analyzer.Recall };
        var (plan, goal) = await new MixPlanner(analyzer).PlanAsync(project, cancellationToken).ConfigureAwait(false);
        var before = await FindLevelAsync(plan, decoders).ConfigureAwait(false);
        var isHeard = before.Integrated > Quietest;
        var normalizes = project.Mix.Normalize && isHeard;
        var gain = normalizes ? await FindGainAsync(plan, decoders, before, goal).ConfigureAwait(false) : 1;
        var volume = MixPlanner.VolumeOf(project);
        plan = plan.Scale(gain) with { MainGain = plan.MainGain * gain * volume };
        var faults = Faults(project, plan);
        return await RunningMix.StartAsync(
            new MixOrder(processes, new MixSource(plan, decoders), plan, target, givesSamples) { Tags = Tags, Progress = Progress, Bitrate = Bitrate },
            meter => new MixReport(before.Integrated, meter.Integrated, meter.TruePeakDb, normalizes ? goal : null, faults),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A whole file without changes was measured already.</summary>
    private async Task<MixLevel> FindLevelAsync(MixPlan plan, DecoderFactory decoders)
    {
        var whole = plan.Main is [{ Asset.Facts.HasAudio: true } only] && plan.IsUnchanged(only) ? only.Asset : null;
        if (whole is null)
        {
            return await MeasureAsync(plan, decoders, limits: false).ConfigureAwait(false);
        }

        var report = await analyzer.MeasureLoudnessAsync(whole, decoders.CancellationToken).ConfigureAwait(false);
        return new MixLevel(report.Integrated, report.TruePeak);
    }

    private static Dictionary<string, SoundProblems> Faults(Project project, MixPlan plan) =>
        project.Clips.Concat(project.Voice is { } voice ? [voice] : []).Select(c => c.Asset).Concat(project.Music.Select(m => m.Asset))
            .DistinctBy(a => a.Name)
            .Where(a => plan.ProblemsOf(a) != SoundProblems.None)
            .ToDictionary(a => a.Name, plan.ProblemsOf, StringComparer.Ordinal);

    /// <summary>The factor for the target. Where the limiter will work much, its loss is measured and made up for.</summary>
    private static async Task<double> FindGainAsync(MixPlan plan, DecoderFactory decoders, MixLevel before, double goal)
    {
        var gain = Math.Clamp(goal - before.Integrated, -MostGain, MostGain);
        for (var pass = 0; pass < CorrectionPasses && before.TruePeak + gain > LoudnessTargets.Ceiling + 2; pass++)
        {
            var limited = await MeasureAsync(plan.Scale(Decibels.ToAmplitude(gain)), decoders, limits: true).ConfigureAwait(false);
            var missing = goal - limited.Integrated;
            if (Math.Abs(missing) < Tolerance)
            {
                break;
            }

            // Part of what is added is limited away again.
            gain += Math.Min(1.8 * missing, MostCorrection);
        }

        return Decibels.ToAmplitude(gain);
    }

    private static async Task<MixLevel> MeasureAsync(MixPlan plan, DecoderFactory decoders, bool limits)
    {
        var meter = new LoudnessMeter();
        var limiter = limits ? new Limiter(Decibels.ToAmplitude(LoudnessTargets.Ceiling)) : null;
        var source = new MixSource(plan, decoders);
        await using (source.ConfigureAwait(false))
        {
            var block = new float[Block];
            for (long done = 0; done < plan.Length; done += Block / SoundFormat.Channels)
            {
                var part = block.AsMemory(0, (int)Math.Min(Block, (plan.Length - done) * SoundFormat.Channels));
                await source.FillAsync(part).ConfigureAwait(false);
                limiter?.Apply(part.Span);
                meter.Add(part.Span);
            }
        }

        return MixLevel.Of(meter);
    }
}
