namespace NemoBot.LocalNemo.Sound;

/// <summary>What counts as silence.</summary>
internal sealed record SilenceOptions
{
    /// <summary>Level below which there is silence, in dB of full scale; null: chosen from the loudness and the noise of the recording.</summary>
    public double? ThresholdDb { get; init; }

    /// <summary>Shorter pauses are part of speaking.</summary>
    public TimeSpan MinLength { get; init; } = TimeSpan.FromSeconds(0.7);

    /// <summary>Silence that is kept next to the sound, so that no word is clipped.</summary>
    public TimeSpan Padding { get; init; } = TimeSpan.FromSeconds(0.15);
}
