namespace NemoBot.Media.Heif;

/// <summary>Reads big-endian numbers one after the other; zero beyond the end.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> _data = data;
    private int _at;

    /// <summary>Nothing is left.</summary>
    public readonly bool IsAtEnd => _at >= _data.Length;

    /// <summary>A number of 0 to 8 bytes.</summary>
    public long Read(int bytes)
    {
        long value = 0;
        for (var i = 0; i < bytes; i++, _at++)
        {
            value = (value << 8) | (_at < _data.Length ? _data[_at] : (byte)0);
        }

        return value;
    }

    /// <summary>The next bytes, or as many as are left.</summary>
    public ReadOnlySpan<byte> Take(long count)
    {
        var from = Math.Min(_at, _data.Length);
        var part = _data.Slice(from, (int)Math.Clamp(count, 0, _data.Length - from));
        _at += part.Length;
        return part;
    }
}
