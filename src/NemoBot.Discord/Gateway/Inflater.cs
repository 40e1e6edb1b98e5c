using System.Buffers;
using System.IO.Compression;

namespace NemoBot.Discord.Gateway;

/// <summary>
/// Decompresses <c>zlib-stream</c>: one compressed stream for the whole connection, in which each frame ends with a flush. The reader
/// therefore reaches the end of its input after each frame and continues with the next.
/// </summary>
internal sealed class Inflater : IDisposable
{
    private static readonly byte[] Flush = [0x00, 0x00, 0xFF, 0xFF];

    private readonly MemoryStream _input = new();
    private readonly ZLibStream _zlib;

    public Inflater() => _zlib = new ZLibStream(_input, CompressionMode.Decompress);

    /// <summary>Returns true if these bytes complete a frame.</summary>
    public static bool EndsFrame(ReadOnlySpan<byte> bytes) => bytes.EndsWith(Flush);

    /// <summary>Decompresses a frame.</summary>
    public void Inflate(ReadOnlySpan<byte> bytes, IBufferWriter<byte> output)
    {
        _input.SetLength(0);
        _input.Write(bytes);
        _input.Position = 0;
        for (int count; (count = _zlib.Read(output.GetSpan(4096))) > 0;)
        {
            output.Advance(count);
        }
    }

    public void Dispose()
    {
        _zlib.Dispose();
        _input.Dispose();
    }
}
