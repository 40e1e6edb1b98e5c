namespace NemoBot.LocalNemo.Sound.Recognition;

/// <summary>Amplitudes of the frequencies in a frame of samples: a Hann window and a fast Fourier transform.</summary>
/// <param name="size">The length of a frame, a power of two.</param>
internal sealed class Spectrum(int size)
{
    private readonly Fourier _fourier = new(size);
    private readonly float[] _window = [.. Enumerable.Range(0, size).Select(i => (float)(0.5 - (0.5 * Math.Cos(2 * Math.PI * i / size))))];
    private readonly float[] _windowed = new float[size];

    /// <summary>Measures a frame; element i is i times the rate over the size, 1 is a sine of full scale.</summary>
    public void Measure(ReadOnlySpan<float> frame, Span<float> amplitudes)
    {
        for (var i = 0; i < _windowed.Length; i++)
        {
            _windowed[i] = frame[i] * _window[i];
        }

        _fourier.Measure(_windowed, amplitudes);
    }
}
