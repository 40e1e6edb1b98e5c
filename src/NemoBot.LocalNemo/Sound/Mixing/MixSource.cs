using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Sound.Decoding;

namespace NemoBot.LocalNemo.Sound.Mixing;

/// <summary>The main sound and the music below it, added up.</summary>
internal sealed class MixSource : ISampleSource
{
    private readonly SequenceSource _main;
    private readonly double _mainGain;
    private readonly List<MusicTrack> _music;
    private float[] _scratch = [];

    public MixSource(MixPlan plan, DecoderFactory decoders)
    {
        var main = decoders with { Filter = plan.FilterOf };
        _mainGain = plan.MainGain;
        _main = new SequenceSource(plan.Main, plan.Overlaps, clip => new ClipSource(main, clip, plan.MainRepairOf(clip.Asset), clip.Volume));
        _music = [.. plan.Music.Select(m => new MusicTrack(
            Place(m.Music, plan, decoders), m.Gain, m.Music.Ducks && plan.DuckAbove is { } level ? new Ducker(level) : null))];
    }

    /// <inheritdoc/>
    public async ValueTask FillAsync(Memory<float> buffer)
    {
        if (_scratch.Length < buffer.Length)
        {
            _scratch = new float[buffer.Length];
        }

        await _main.FillAsync(buffer).ConfigureAwait(false);
        var music = new float[_music.Count == 0 ? 0 : buffer.Length];
        foreach (var track in _music)
        {
            var scratch = _scratch.AsMemory(0, buffer.Length);
            await track.Source.FillAsync(scratch).ConfigureAwait(false);
            track.Ducker?.Apply(buffer.Span, scratch.Span);
            AddScaled(scratch.Span, track.Gain, music);
        }

        Combine(buffer.Span, music);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _main.DisposeAsync().ConfigureAwait(false);
        foreach (var track in _music)
        {
            await track.Source.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Music is a sequence too: nothing up to its start, then itself.</summary>
    private static SequenceSource Place(Music music, MixPlan plan, DecoderFactory decoders)
    {
        var rest = TimeSpan.FromSeconds(plan.Length / (double)SoundFormat.Rate) - music.Start;
        var length = music.Length is { } wanted && wanted < rest ? wanted : rest;
        var left = music.Asset.Facts.Duration - music.From;
        length = !music.Loops && left < length ? left : length;
        var silent = music.Asset with { Facts = music.Asset.Facts with { HasAudio = false } };
        Clip[] clips =
        [
            new Clip(silent, TimeSpan.Zero, music.Start),
            music.AsClip(length > TimeSpan.Zero ? length : TimeSpan.Zero),
        ];
        return new SequenceSource(clips, [0, 0], clip => new ClipSource(decoders, clip, plan.RepairOf(clip.Asset), 1) { Again = music.From });
    }

    private static void AddScaled(ReadOnlySpan<float> source, double gain, Span<float> target)
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] += (float)(source[i] * gain);
        }
    }

    private void Combine(Span<float> main, ReadOnlySpan<float> music)
    {
        for (var i = 0; i < main.Length; i++)
        {
            main[i] = (float)(main[i] * _mainGain) + (music.IsEmpty ? 0 : music[i]);
        }
    }

    private sealed record MusicTrack(ISampleSource Source, double Gain, Ducker? Ducker);
}
