using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Sound.Decoding;
using NemoBot.LocalNemo.Sound.Measuring;
using NemoBot.LocalNemo.Sound.Recognition;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Sound.Analysis;

/// <summary>What one pass over the sound of an asset gave.</summary>
/// <param name="Loudness">Loudness and faults.</param>
/// <param name="Levels">Level every 10 ms.</param>
/// <param name="Music">What was heard, in the whole asset or in its first minutes.</param>
/// <param name="IsWhole"><paramref name="Music"/> is about the whole asset.</param>
internal sealed record SoundScan(LoudnessReport Loudness, IReadOnlyList<float> Levels, MusicAnalysis Music, bool IsWhole)
{
    /// <summary>Enough to distinguish speech from music; spectra of hours would delay a render that only needs the loudness.</summary>
    private const long FirstMinutes = 3 * 60 * SoundFormat.Rate;
    private const int Block = 16_384;

    private static readonly SoundScan Silent =
        new(new LoudnessReport(double.NegativeInfinity, double.NegativeInfinity, 0, SoundProblems.Silent), [], new MusicAnalysis(), IsWhole: true);

    /// <summary>Decodes an asset and measures it while it streams by; a short one is kept for the mix.</summary>
    public static async Task<SoundScan> ReadAsync(MediaProcesses processes, Asset asset, bool listensToAll, ShortSounds shorts, CancellationToken cancellationToken)
    {
        if (!asset.Facts.HasAudio)
        {
            return Silent;
        }

        var (meter, levels, features) = (new LoudnessMeter(), new LevelCurve(asset.Facts.AudioChannels == 1), new FeatureExtractor());
        var kept = new SoundBuffer();
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
                kept.Add(block.AsSpan(0, read));
                if (listensToAll || count < FirstMinutes)
                {
                    features.Add(block.AsSpan(0, read));
                }

                count += read / SoundFormat.Channels;
            }
        }

        shorts.Add(asset.Path, kept.Finish());
        var problems = levels.Finish(meter.Integrated);
        var duration = TimeSpan.FromSeconds(count / (double)SoundFormat.Rate);
        var music = await Task.Run(() => MusicAnalyzer.Analyze(features.Finish(), levels.Levels, duration), cancellationToken).ConfigureAwait(false);
        var report = new LoudnessReport(meter.Integrated, meter.TruePeakDb, meter.Range, problems)
        {
            NoiseFloor = levels.FindNoiseFloor(),
            IsSpeech = music.IsSpeech,
        };
        return new SoundScan(report, levels.Levels, music, listensToAll || count < FirstMinutes);
    }
}
