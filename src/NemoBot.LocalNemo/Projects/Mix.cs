namespace NemoBot.LocalNemo.Projects;

/// <summary>How the finished sound is made.</summary>
internal sealed record Mix
{
    /// <summary>Target in LUFS; null: -16 for speech, -14 for music.</summary>
    public double? Loudness { get; init; }

    /// <summary>Bring the finished sound to the target loudness.</summary>
    public bool Normalize { get; init; } = true;

    /// <summary>Reduce background noise of the main sound.</summary>
    public bool Denoise { get; init; }

    /// <summary>How much stronger the low tones of the main sound are, in dB.</summary>
    public double Bass { get; init; }

    /// <summary>How much stronger the high tones of the main sound are, in dB.</summary>
    public double Treble { get; init; }

    /// <summary>What left and right play.</summary>
    public Channels Channels { get; init; }

    /// <summary>Volume of the main sound, 0 to 2.</summary>
    public double Volume { get; init; } = 1;
}
