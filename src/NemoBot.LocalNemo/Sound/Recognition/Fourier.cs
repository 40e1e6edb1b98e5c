namespace NemoBot.LocalNemo.Sound.Recognition;

/// <summary>A fast Fourier transform of one fixed size, a power of two.</summary>
internal sealed class Fourier
{
    private readonly int _size;
    private readonly float[] _cos;
    private readonly float[] _sin;
    private readonly int[] _order;
    private readonly float[] _re;
    private readonly float[] _im;

    public Fourier(int size)
    {
        _size = size;
        _cos = [.. Enumerable.Range(0, size / 2).Select(i => (float)Math.Cos(2 * Math.PI * i / size))];
        _sin = [.. Enumerable.Range(0, size / 2).Select(i => (float)-Math.Sin(2 * Math.PI * i / size))];
        var bits = System.Numerics.BitOperations.Log2((uint)size);
        _order = [.. Enumerable.Range(0, size).Select(i => Reverse(i, bits))];
        (_re, _im) = (new float[size], new float[size]);
    }

    /// <summary>Amplitudes of the frequencies below half the rate: element i is i times rate over size.</summary>
    public void Measure(ReadOnlySpan<float> samples, Span<float> amplitudes)
    {
        for (var i = 0; i < _size; i++)
        {
            _re[_order[i]] = samples[i];
        }

        Array.Clear(_im);
        for (var half = 1; half < _size; half *= 2)
        {
            Combine(half);
        }

        for (var i = 0; i < _size / 2; i++)
        {
            amplitudes[i] = MathF.Sqrt((_re[i] * _re[i]) + (_im[i] * _im[i])) * 4 / _size;
        }
    }

    private static int Reverse(int value, int bits)
    {
        var reversed = 0;
        for (var i = 0; i < bits; i++)
        {
            reversed = (reversed << 1) | ((value >> i) & 1);
        }

        return reversed;
    }

    private void Combine(int half)
    {
        var stride = _size / (2 * half);
        for (var start = 0; start < _size; start += 2 * half)
        {
            for (var i = 0; i < half; i++)
            {
                var (c, s, a, b) = (_cos[i * stride], _sin[i * stride], start + i, start + i + half);
                var (re, im) = ((_re[b] * c) - (_im[b] * s), (_re[b] * s) + (_im[b] * c));
                (_re[b], _im[b]) = (_re[a] - re, _im[a] - im);
                (_re[a], _im[a]) = (_re[a] + re, _im[a] + im);
            }
        }
    }
}
