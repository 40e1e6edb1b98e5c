namespace NemoBot.LocalNemo.Sound.Mixing;

/// <summary>What mixing did, for the answer.</summary>
/// <param name="Before">Loudness of the mix before it was brought to the target, in LUFS; negative infinity for silence.</param>
/// <param name="After">Loudness of the finished sound.</param>
/// <param name="TruePeak">Highest peak of the finished sound in dBTP.</param>
/// <param name="Target">What was aimed at; null: the loudness was left alone.</param>
/// <param name="Faults">What is wrong with the recordings, by the name of the file.</param>
internal sealed record MixReport(double Before, double After, double TruePeak, double? Target, IReadOnlyDictionary<string, SoundProblems> Faults)
{
    /// <summary>Nothing was mixed.</summary>
    public static MixReport None { get; } = new(double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity, null, new Dictionary<string, SoundProblems>());
}
