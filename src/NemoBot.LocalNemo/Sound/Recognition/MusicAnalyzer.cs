namespace NemoBot.LocalNemo.Sound.Recognition;

/// <summary>Puts the parts of the analysis together.</summary>
internal static class MusicAnalyzer
{
    /// <param name="features">What was kept of the recording.</param>
    /// <param name="levels">Its level every 10 ms.</param>
    /// <param name="duration">Its length.</param>
    public static MusicAnalysis Analyze(SoundFeatures features, IReadOnlyList<float> levels, TimeSpan duration)
    {
        var (frames, confidence) = RhythmFinder.Find(features);
        TimeSpan[] beats = [.. frames.Select(f => BeatTracker.TimeOf(f))];
        TimeSpan[] downbeats = [.. BarFinder.Find(features, frames).Select(i => beats[i])];
        var loudest = features.Textures.Select(t => t[SoundFeatures.EnergyAt]).DefaultIfEmpty().Max();
        float[] energy = [.. features.Textures.Select(t => MathF.Sqrt(t[SoundFeatures.EnergyAt] / Math.Max(1e-9f, loudest)))];
        float[] brightness = [.. features.Textures.Select(t => Bright(t[SoundFeatures.CenterAt]))];
        return new MusicAnalysis
        {
            Tempo = RhythmFinder.TempoOf(beats),
            BeatConfidence = confidence,
            Beats = beats,
            Downbeats = downbeats,
            Kicks = [.. KickFinder.Find(features).Select(f => BeatTracker.TimeOf(f))],
            Sections = Divide(features, downbeats, energy, brightness, duration),
            Energy = energy,
            Brightness = brightness,
            IsSpeech = SpeechDetector.Score(levels, features, confidence) > 0,
        };
    }

    private static IReadOnlyList<MusicSection> Divide(SoundFeatures features, TimeSpan[] downbeats, float[] energy, float[] brightness, TimeSpan duration)
    {
        var finder = new SectionFinder(features);
        double[] borders = [0, .. finder.FindBorders().Select(b => Snap(b, downbeats)).Where(b => b < duration.TotalSeconds - 2), duration.TotalSeconds];
        (double Start, double End)[] parts = [.. borders.Zip(borders.Skip(1)).Where(p => p.Second > p.First)];
        var kinds = finder.Classify(parts);
        var means = parts.Select(p => Mean(energy, p.Start, p.End)).ToArray();
        var loudest = Math.Max(1e-6, means.DefaultIfEmpty().Max());
        return
        [
            .. parts.Select((p, i) => new MusicSection(
                TimeSpan.FromSeconds(p.Start), TimeSpan.FromSeconds(p.End), means[i] / loudest, Mean(brightness, p.Start, p.End), kinds[i])),
        ];
    }

    /// <summary>A border found within half a second belongs to the nearest bar.</summary>
    private static double Snap(double border, TimeSpan[] downbeats)
    {
        var near = downbeats.Select(d => d.TotalSeconds).DefaultIfEmpty(border).MinBy(d => Math.Abs(d - border));
        return Math.Abs(near - border) <= 1.5 ? near : border;
    }

    private static double Mean(float[] curve, double start, double end)
    {
        var (from, to) = ((int)(start * MusicAnalysis.CurveRate), (int)Math.Ceiling(end * MusicAnalysis.CurveRate));
        return curve.Skip(from).Take(to - from).DefaultIfEmpty().Average();
    }

    /// <summary>150 Hz is dark, 5 kHz is bright.</summary>
    private static float Bright(float center) => center <= 0 ? 0 : Math.Clamp(MathF.Log2(center / 150) / MathF.Log2(5000 / 150f), 0, 1);
}
