using NemoBot.LocalNemo.Sound.Measuring;

namespace NemoBot.LocalNemo.Sound.Mixing;

/// <summary>How loud a mix is.</summary>
/// <param name="Integrated">LUFS.</param>
/// <param name="TruePeak">dBTP.</param>
internal readonly record struct MixLevel(double Integrated, double TruePeak)
{
    /// <summary>What a meter has read.</summary>
    public static MixLevel Of(LoudnessMeter meter) => new(meter.Integrated, meter.TruePeakDb);
}
