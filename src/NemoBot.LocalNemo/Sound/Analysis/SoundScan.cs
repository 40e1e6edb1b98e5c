using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Sound.Decoding;
using NemoBot.LocalNemo.Sound.Measuring;
using NemoBot.LocalNemo.Sound.Recognition;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Sound.Analysis;

/// <summary>What one pass over the sound of an asset gave.</summary>
internal sealed record SoundScan(LoudnessReport Loudness, IReadOnlyList<float> Levels, MusicAnalysis Music)
{
    private const int Block = 16_384;

    /// <summary>Decodes an asset and measures it while it streams by.</summary>
    public static async Task<SoundScan> ReadAsync(MediaProcesses processes, Asset asset, CancellationToken cancellationToken)
    {
        if (!asset.Facts.HasAudio)
        {
            var silent = new LoudnessReport(double.NegativeInfinity, double.NegativeInfinity, 0, SoundProblems.Silent);
            return new SoundScan(silent, [], new MusicAnalysis());
        }

        var (meter, levels, features) = (new LoudnessMeter(), new LevelCurve(asset.Facts.AudioChannels == 1), new FeatureExtractor());
        long count = 0;
        var reader = await SoundReader.OpenAsync(processes, asset, TimeSpan.Zero, "", processes.Options.ConvertTimeout, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var block = new float[Block];
            int read;
            while ((read = await reader.ReadAsync(block).ConfigureAwait(false)) > 0)
            {
                meter.Add(block.AsSpan(0, read));
                levels.Add(block.AsSpan(0, read));
                features.Add(block.AsSpan(0, read));
                count += read / SoundFormat.Channels;
            }
        }

        var problems = levels.Finish(meter.Integrated);
        var duration = TimeSpan.FromSeconds(count / (double)SoundFormat.Rate);
        var music = await Task.Run(() => MusicAnalyzer.Analyze(features.Finish(), levels.Levels, duration), cancellationToken).ConfigureAwait(false);
        return new SoundScan(new LoudnessReport(meter.Integrated, meter.TruePeakDb, meter.Range, problems) { NoiseFloor = levels.FindNoiseFloor() }, levels.Levels, music);
    }
}
