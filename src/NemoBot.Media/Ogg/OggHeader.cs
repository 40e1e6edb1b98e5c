using System.Buffers.Binary;

namespace NemoBot.Media.Ogg;

/// <summary>The header of a page of an Ogg file (RFC 3533), with its segment table.</summary>
/// <param name="Bytes">The header, and what may follow it.</param>
internal readonly record struct OggHeader(byte[] Bytes)
{
    public const int NumberAt = 18;
    public const int ChecksumAt = 22;
    private const int FlagsAt = 5;
    private const int SerialAt = 14;
    private const int CountAt = 26;
    private const int Fixed = 27;
    private const byte Opening = 2;

    /// <summary>The page is the first of its stream.</summary>
    public bool Opens => (Bytes[FlagsAt] & Opening) != 0;

    public uint Serial => BinaryPrimitives.ReadUInt32LittleEndian(Bytes.AsSpan(SerialAt));

    public uint Number => BinaryPrimitives.ReadUInt32LittleEndian(Bytes.AsSpan(NumberAt));

    public int Length => Fixed + Bytes[CountAt];

    /// <summary>Lengths of the pieces in the body; 255: the packet goes on.</summary>
    public ReadOnlySpan<byte> Segments => Bytes.AsSpan(Fixed, Bytes[CountAt]);

    public int BodyLength
    {
        get
        {
            var sum = 0;
            foreach (var length in Segments)
            {
                sum += length;
            }

            return sum;
        }
    }

    /// <summary>The header at the stream's position; null if there is none.</summary>
    public static async Task<OggHeader?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var bytes = new byte[Fixed + byte.MaxValue];
        if (await stream.ReadAtLeastAsync(bytes.AsMemory(0, Fixed), Fixed, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < Fixed || !bytes.AsSpan().StartsWith("OggS\0"u8))
        {
            return null;
        }

        var count = bytes[CountAt];
        return await stream.ReadAtLeastAsync(bytes.AsMemory(Fixed, count), count, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < count
            ? null : new OggHeader(bytes[..(Fixed + count)]);
    }

    /// <summary>A header without number and checksum.</summary>
    /// <param name="serial">Of the stream.</param>
    /// <param name="goesOn">The page begins within a packet.</param>
    /// <param name="segments">Lengths of the pieces in the body.</param>
    public static OggHeader Create(uint serial, bool goesOn, byte[] segments)
    {
        byte[] bytes = [.. "OggS\0"u8, goesOn ? (byte)1 : (byte)0, .. new byte[CountAt - FlagsAt - 1], (byte)segments.Length, .. segments];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(SerialAt), serial);
        return new OggHeader(bytes);
    }
}
