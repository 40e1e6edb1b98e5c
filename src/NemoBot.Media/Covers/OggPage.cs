using System.Buffers.Binary;

namespace NemoBot.Media.Covers;

/// <summary>A page of an Ogg file (RFC 3533).</summary>
/// <param name="bytes">Header, segment table and body.</param>
internal sealed class OggPage(byte[] bytes)
{
    private const int Header = 27;
    private const int Checksum = 22;
    private const int MostSegments = 255;
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i => Enumerable.Range(0, 8).Aggregate((uint)i << 24, (c, _) => (c << 1) ^ ((c >> 31) * 0x04c11db7)))];

    public uint Serial => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(14));

    public uint Number => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(18));

    /// <summary>Lengths of the pieces in the body; 255: the packet goes on.</summary>
    public ReadOnlySpan<byte> Segments => bytes.AsSpan(Header, bytes[26]);

    public ReadOnlySpan<byte> Body => bytes.AsSpan(Header + bytes[26]);

    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>The page at the stream's position; null if there is none.</summary>
    public static async Task<OggPage?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var header = new byte[Header];
        if (await stream.ReadAtLeastAsync(header, Header, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < Header || !header.AsSpan().StartsWith("OggS"u8))
        {
            return null;
        }

        var segments = new byte[header[26]];
        if (await stream.ReadAtLeastAsync(segments, segments.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < segments.Length)
        {
            return null;
        }

        var body = new byte[segments.Sum(s => s)];
        return await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < body.Length
            ? null : new OggPage([.. header, .. segments, .. body]);
    }

    /// <summary>Pages that hold whole packets of headers, without a time of their own.</summary>
    public static IEnumerable<OggPage> Pack(IEnumerable<byte[]> packets, uint serial, uint number)
    {
        List<byte> lengths = [];
        List<byte> body = [];
        foreach (var packet in packets)
        {
            lengths.AddRange([.. Enumerable.Repeat((byte)MostSegments, packet.Length / 255), (byte)(packet.Length % 255)]);
            body.AddRange(packet);
        }

        var (first, at, goesOn) = (0, 0, false);
        while (first < lengths.Count)
        {
            var segments = lengths.Skip(first).Take(MostSegments).ToArray();
            var size = segments.Sum(s => s);
            byte[] header = [.. "OggS\0"u8, goesOn ? (byte)1 : (byte)0, .. new byte[20], (byte)segments.Length];
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(14), serial);
            yield return new OggPage([.. header, .. segments, .. body.Skip(at).Take(size)]).WithNumber(number++);
            (first, at, goesOn) = (first + segments.Length, at + size, segments[^1] == MostSegments);
        }
    }

    /// <summary>The page with another number, and the checksum for that.</summary>
    public OggPage WithNumber(uint number)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(18), number);
        bytes.AsSpan(Checksum, 4).Clear();
        var sum = 0u;
        foreach (var value in bytes)
        {
            sum = (sum << 8) ^ Table[(sum >> 24) ^ value];
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(Checksum), sum);
        return this;
    }
}
