namespace NemoBot.LocalNemo.Sound;

/// <summary>Loudness by ITU-R BS.1770-4 and EBU R 128.</summary>
/// <param name="Integrated">Loudness of the whole in LUFS; negative infinity for silence.</param>
/// <param name="TruePeak">Highest peak between the samples in dBTP.</param>
/// <param name="Range">Loudness range in LU.</param>
/// <param name="Problems">What is wrong with the recording.</param>
internal sealed record LoudnessReport(double Integrated, double TruePeak, double Range, SoundProblems Problems)
{
    /// <summary>Level of the quietest moments that are not digital silence, in dB of full scale.</summary>
    public double NoiseFloor { get; init; } = -90;

    /// <summary>Somebody speaks, judged by the first minutes.</summary>
    public bool IsSpeech { get; init; }

    /// <summary>There is nothing to hear.</summary>
    public bool IsSilent => Problems.HasFlag(SoundProblems.Silent);
}
