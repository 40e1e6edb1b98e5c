namespace NemoBot.LocalNemo.Sound;

/// <summary>Amplitudes and decibels.</summary>
internal static class Decibels
{
    /// <summary>Decibels of an amplitude; negative infinity for zero.</summary>
    public static double Of(double amplitude) => amplitude > 0 ? 20 * Math.Log10(amplitude) : double.NegativeInfinity;

    /// <summary>The amplitude of decibels.</summary>
    public static double ToAmplitude(double decibels) => Math.Pow(10, decibels / 20);
}
