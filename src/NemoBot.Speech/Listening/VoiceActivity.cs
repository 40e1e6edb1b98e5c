using Whisper.net;

namespace NemoBot.Speech.Listening;

/// <summary>Finds speech, so that the model never receives music or silence, for which it would invent words.</summary>
internal static class VoiceActivity
{
    private const long Window = 300L * WavFile.Rate;
    private static readonly TimeSpan ShortestSilence = TimeSpan.FromMilliseconds(300);

    /// <summary>Ranges with speech, ordered.</summary>
    /// <param name="sound">The sound.</param>
    /// <param name="model">Path of the voice activity model; null: the sound's energy is measured.</param>
    /// <param name="threads">For the model.</param>
    /// <param name="alive">Called after every window.</param>
    public static IReadOnlyList<SampleRange> Find(WavFile sound, string? model, int threads, Action alive)
    {
        using var factory = model is null ? null : WhisperVadFactory.FromPath(model, new WhisperFactoryOptions { UseGpu = false });
        using var processor = factory?.CreateBuilder().WithThreads(threads).WithMinSilenceDuration(ShortestSilence).WithUseGpu(false).Build();
        List<SampleRange> found = [];
        for (long start = 0; start < sound.Samples; start += Window)
        {
            var samples = sound.Read(new SampleRange(start, start + Window));
            found.AddRange(processor is null ? EnergyActivity.Find(samples, start) : processor.DetectSpeech(samples).Select(s => ToRange(s, start)));
            alive();
        }

        return found;
    }

    /// <summary>The quietest place of a range.</summary>
    public static long FindQuietest(WavFile sound, SampleRange range)
    {
        var samples = sound.Read(range);
        var (best, lowest) = (range.Start + (range.Length / 2), double.MaxValue);
        for (var i = 0; i + EnergyActivity.Frame <= samples.Length; i += EnergyActivity.Frame)
        {
            double sum = 0;
            foreach (var sample in samples.AsSpan(i, EnergyActivity.Frame))
            {
                sum += sample * sample;
            }

            if (sum < lowest)
            {
                (best, lowest) = (range.Start + i + (EnergyActivity.Frame / 2), sum);
            }
        }

        return best;
    }

    private static SampleRange ToRange(VadSegmentData segment, long offset) =>
        new(offset + (long)(segment.Start.TotalSeconds * WavFile.Rate), offset + (long)(segment.End.TotalSeconds * WavFile.Rate));
}
