using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Sound.Mixing;

/// <summary>Clips one after the other; crossfades overlap two of them at equal power.</summary>
/// <param name="clips">In order.</param>
/// <param name="overlaps">Samples that a clip overlaps the one before.</param>
/// <param name="open">Opens a clip.</param>
internal sealed class SequenceSource(IReadOnlyList<Clip> clips, IReadOnlyList<long> overlaps, Func<Clip, ISampleSource> open) : ISampleSource
{
    private readonly List<(ISampleSource Source, long Start, int Index)> _playing = [];
    private readonly long[] _starts = StartsOf(clips, overlaps);
    private float[] _scratch = [];
    private long _position;
    private int _next;

    /// <inheritdoc/>
    public async ValueTask FillAsync(Memory<float> buffer)
    {
        buffer.Span.Clear();
        var end = _position + (buffer.Length / SoundFormat.Channels);
        while (_next < clips.Count && _starts[_next] < end)
        {
            _playing.Add((open(clips[_next]), _starts[_next], _next));
            _next++;
        }

        foreach (var (source, start, index) in _playing)
        {
            await MixAsync(source, start, index, buffer).ConfigureAwait(false);
        }

        _position = end;
        for (var i = _playing.Count - 1; i >= 0; i--)
        {
            if (EndOf(_playing[i].Index) <= _position)
            {
                await _playing[i].Source.DisposeAsync().ConfigureAwait(false);
                _playing.RemoveAt(i);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var (source, _, _) in _playing)
        {
            await source.DisposeAsync().ConfigureAwait(false);
        }

        _playing.Clear();
    }

    private static long[] StartsOf(IReadOnlyList<Clip> clips, IReadOnlyList<long> overlaps)
    {
        // Rounded from exact times, so that a hundred clips are not a hundred roundings late.
        var starts = new long[clips.Count];
        var time = TimeSpan.Zero;
        for (var i = 0; i < clips.Count; i++)
        {
            time -= TimeSpan.FromSeconds(overlaps[i] / (double)SoundFormat.Rate);
            starts[i] = SoundFormat.SamplesIn(time);
            time += clips[i].Duration;
        }

        return starts;
    }

    private long EndOf(int index) => _starts[index] + SoundFormat.SamplesIn(clips[index].Duration);

    private async ValueTask MixAsync(ISampleSource source, long start, int index, Memory<float> buffer)
    {
        var offset = (int)Math.Max(0, start - _position);
        var part = buffer[(offset * SoundFormat.Channels)..];
        if (_scratch.Length < part.Length)
        {
            _scratch = new float[part.Length];
        }

        await source.FillAsync(_scratch.AsMemory(0, part.Length)).ConfigureAwait(false);
        Add(part.Span, _scratch.AsSpan(0, part.Length), _position + offset - start, index);
    }

    private void Add(Span<float> target, ReadOnlySpan<float> source, long position, int index)
    {
        var rise = overlaps[index];
        var fall = index + 1 < clips.Count ? overlaps[index + 1] : 0;
        var fallStart = SoundFormat.SamplesIn(clips[index].Duration) - fall;
        for (var i = 0; i + 1 < source.Length; i += 2, position++)
        {
            var gain = (position < rise ? Math.Sin(Math.PI / 2 * position / rise) : 1)
                * (fall > 0 && position >= fallStart ? Math.Cos(Math.PI / 2 * Math.Min(1, (position - fallStart) / (double)fall)) : 1);
            target[i] += (float)(source[i] * gain);
            target[i + 1] += (float)(source[i + 1] * gain);
        }
    }
}
