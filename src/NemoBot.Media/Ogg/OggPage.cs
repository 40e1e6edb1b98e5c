using System.Buffers.Binary;

namespace NemoBot.Media.Ogg;

/// <summary>A page of an Ogg file.</summary>
/// <param name="bytes">Header, segment table and body.</param>
internal sealed class OggPage(byte[] bytes)
{
    private const int MostSegments = 255;
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i => Enumerable.Range(0, 8).Aggregate((uint)i << 24, (c, _) => (c << 1) ^ ((c >> 31) * 0x04c11db7)))];

    public OggHeader Header => new(bytes);

    public ReadOnlySpan<byte> Body => bytes.AsSpan(Header.Length);

    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>The page at the stream's position; null if there is none.</summary>
    public static async Task<OggPage?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (await OggHeader.ReadAsync(stream, cancellationToken).ConfigureAwait(false) is not { } header)
        {
            return null;
        }

        var body = new byte[header.BodyLength];
        return await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < body.Length
            ? null : new OggPage([.. header.Bytes, .. body]);
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
            yield return new OggPage([.. OggHeader.Create(serial, goesOn, segments).Bytes, .. body.Skip(at).Take(size)]).WithNumber(number++);
            (first, at, goesOn) = (first + segments.Length, at + size, segments[^1] == MostSegments);
        }
    }

    /// <summary>The page with another number, and the checksum for that.</summary>
    public OggPage WithNumber(uint number)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(OggHeader.NumberAt), number);
        bytes.AsSpan(OggHeader.ChecksumAt, 4).Clear();
        var sum = 0u;
        foreach (var value in bytes)
        {
            sum = (sum << 8) ^ Table[(sum >> 24) ^ value];
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(OggHeader.ChecksumAt), sum);
        return this;
    }
}
