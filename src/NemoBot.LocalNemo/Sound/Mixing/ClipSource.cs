using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Sound.Decoding;

namespace NemoBot.LocalNemo.Sound.Mixing;

/// <summary>
/// The sound of a clip: exactly as many samples as its place on the timeline has, with its speed, fades and volume. What the asset
/// lacks is silence, or its start again where the clip loops.
/// </summary>
internal sealed class ClipSource(DecoderFactory decoders, Clip clip, ChannelRepair repair, double gain) : ISampleSource
{
    private readonly long _length = SoundFormat.SamplesIn(clip.Duration);
    private readonly Fades _fades = Fades.Of(clip);
    private readonly PartVolumes _parts = new(clip);
    private IDecoder? _decoder;
    private long _position;
    private long _sinceStart;
    private bool _isOver;

    /// <summary>Where in the asset a clip that loops starts again.</summary>
    public TimeSpan Again { get; init; }

    /// <inheritdoc/>
    public async ValueTask FillAsync(Memory<float> buffer)
    {
        var wanted = (int)Math.Min(buffer.Length, Math.Max(0, _length - _position) * SoundFormat.Channels);
        var filled = 0;
        while (filled < wanted && !_isOver)
        {
            filled += await ReadAsync(buffer[filled..wanted]).ConfigureAwait(false);
        }

        buffer.Span[filled..].Clear();
        repair.Apply(buffer.Span[..filled]);
        _parts.Apply(buffer.Span[..filled], _position);
        _fades.Apply(buffer.Span[..filled], _position, gain);
        _position += buffer.Length / SoundFormat.Channels;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_decoder is not null)
        {
            await _decoder.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<int> ReadAsync(Memory<float> buffer)
    {
        if (!clip.Asset.Facts.HasAudio)
        {
            _isOver = true;
            return 0;
        }

        _decoder ??= await decoders.OpenAsync(clip).ConfigureAwait(false);
        var read = await _decoder.ReadAsync(buffer).ConfigureAwait(false);
        _sinceStart += read;
        if (read == 0)
        {
            await RestartAsync().ConfigureAwait(false);
        }

        return read;
    }

    private async ValueTask RestartAsync()
    {
        await DisposeAsync().ConfigureAwait(false);
        _isOver = !clip.Loops || _sinceStart == 0;
        _decoder = _isOver ? null : await decoders.OpenAsync(clip with { From = Again }).ConfigureAwait(false);
        _sinceStart = 0;
    }
}
