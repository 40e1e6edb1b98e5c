using NemoBot.LocalNemo.Projects;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Sound.Mixing;

/// <summary>The gains of a mix.</summary>
/// <param name="Main">The clips that are heard.</param>
/// <param name="Overlaps">Samples that each clip overlaps the one before.</param>
/// <param name="MainGain">Factor of the main sound.</param>
/// <param name="Music">Sound below it, with the factor of each.</param>
/// <param name="Length">Samples of the finished sound.</param>
/// <param name="Fades">Fades of the finished sound.</param>
/// <param name="Denoises">Reduce noise of the main sound.</param>
/// <param name="Tone">FFmpeg filters for the low and high tones of the main sound; empty: none.</param>
/// <param name="DuckAbove">Amplitude of the main sound above which music sinks; null: it never does.</param>
/// <param name="Reports">What was measured, by the path of the asset.</param>
internal sealed record MixPlan(
    IReadOnlyList<Clip> Main,
    IReadOnlyList<long> Overlaps,
    double MainGain,
    IReadOnlyList<(Music Music, double Gain)> Music,
    long Length,
    Fades Fades,
    bool Denoises,
    string Tone,
    double? DuckAbove,
    IReadOnlyDictionary<string, LoudnessReport> Reports)
{
    /// <summary>What left and right play.</summary>
    public Channels Channels { get; init; }

    /// <summary>Left and right are the same: by choice, or because every sound was recorded with one channel or has only one side with any sound.</summary>
    public bool HasEqualChannels => Channels == Channels.Mono
        || (Channels != Channels.Own ? [] : Main.Select(c => c.Asset)).Concat(Music.Select(m => m.Music.Asset))
            .All(a => !a.Facts.HasAudio || a.Facts.AudioChannels == 1 || ProblemsOf(a).HasFlag(SoundProblems.OneChannel));

    /// <summary>The same with all gains multiplied; the ducking follows.</summary>
    public MixPlan Scale(double factor) => this with
    {
        MainGain = MainGain * factor,
        Music = [.. Music.Select(m => (m.Music, m.Gain * factor))],
        DuckAbove = DuckAbove * factor,
    };

    /// <summary>Nothing but this clip is heard, from the start of its file to the end, as it is.</summary>
    public bool IsUnchanged(Clip clip) =>
        Music.Count == 0
        && !Denoises
        && Channels == Channels.Own
        && Tone.Length == 0
        && (ProblemsOf(clip.Asset) & (SoundProblems.OneChannel | SoundProblems.OppositePhase | SoundProblems.Offset)) == 0
        && clip is { Speed: 1, Reversed: false, Volume: 1, Changes.Count: 0 }
        && clip.From == TimeSpan.Zero
        && clip.FadeIn + clip.FadeOut == TimeSpan.Zero
        && (clip.Length - clip.Asset.Facts.Duration).Duration() < TimeSpan.FromSeconds(0.1);

    /// <summary>The repair of the channels of an asset below the main sound.</summary>
    public ChannelRepair RepairOf(Asset asset) => new(ProblemsOf(asset), Channels == Channels.Mono ? Channels.Mono : Channels.Own);

    /// <summary>The repair of the channels of an asset of the main sound.</summary>
    public ChannelRepair MainRepairOf(Asset asset) => new(ProblemsOf(asset), Channels);

    /// <summary>What is wrong with an asset.</summary>
    public SoundProblems ProblemsOf(Asset asset) => Reports.TryGetValue(asset.Path, out var report) ? report.Problems : SoundProblems.None;

    /// <summary>The filters of an asset of the main sound.</summary>
    public string FilterOf(Asset asset) => FfmpegArguments.Chain(DenoiseOf(asset), Tone);

    /// <summary>The filter that reduces an asset's noise. It must know how loud the noise is, but never take quiet speech for it.</summary>
    private string DenoiseOf(Asset asset) => Denoises && Reports.TryGetValue(asset.Path, out var report) && !report.IsSilent
        ? $"afftdn=nr=18:nf={Math.Clamp(Math.Min(report.NoiseFloor + 5, report.Integrated - 20), -75, -25):0}"
        : "";
}
