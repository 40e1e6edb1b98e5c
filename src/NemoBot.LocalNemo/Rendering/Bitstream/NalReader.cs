namespace NemoBot.LocalNemo.Rendering.Bitstream;

/// <summary>Splits a byte stream (annex B) into units.</summary>
internal sealed class NalReader(Stream stream)
{
    private static readonly byte[] StartCode = [0, 0, 1];
    private byte[] _buffer = new byte[1 << 16];
    private int _from;
    private int _to;
    private bool _started;

    /// <summary>The next unit without its start code; null at the end.</summary>
    public async Task<byte[]?> NextAsync()
    {
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_from + searched, _to - _from - searched).IndexOf(StartCode);
            if (at >= 0)
            {
                var unit = Take(searched + at);
                _from += StartCode.Length;
                searched = 0;
                if (_started && unit.Length > 0)
                {
                    return unit;
                }

                _started = true;
                continue;
            }

            searched = Math.Max(0, _to - _from - 2);
            if (!await FillAsync().ConfigureAwait(false))
            {
                var last = Take(_to - _from);
                return _started && last.Length > 0 ? last : null;
            }
        }
    }

    private byte[] Take(int length)
    {
        var unit = _buffer.AsSpan(_from, length);
        _from += length;
        return unit.TrimEnd((byte)0).ToArray();
    }

    private async Task<bool> FillAsync()
    {
        if (_from > 0)
        {
            _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
            (_from, _to) = (0, _to - _from);
        }

        if (_to == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = await stream.ReadAsync(_buffer.AsMemory(_to), CancellationToken.None).ConfigureAwait(false);
        _to += read;
        return read > 0;
    }
}
