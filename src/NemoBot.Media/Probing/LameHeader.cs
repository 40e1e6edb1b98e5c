using System.Buffers.Binary;

namespace NemoBot.Media.Probing;

/// <summary>
/// Reads how long an MP3 really is: encoders write the number of frames into the first one, and how much silence they put before and
/// behind the sound. FFmpeg leaves that silence out when it decodes, but counts it when it reports the length.
/// </summary>
internal static class LameHeader
{
    private const int MostHead = 4096;
    private const int TagHeader = 10;
    private static readonly int[] Rates = [44_100, 48_000, 32_000];

    /// <summary>The length without the added silence; null if the file does not say.</summary>
    public static async Task<TimeSpan?> ReadLengthAsync(string path, CancellationToken cancellationToken) =>
        Read(await ReadHeadAsync(path, cancellationToken).ConfigureAwait(false), needsDelays: true);

    /// <summary>How long all the frames are that the file should have; null if it does not say.</summary>
    public static async Task<TimeSpan?> ReadPromiseAsync(string path, CancellationToken cancellationToken) =>
        Read(await ReadHeadAsync(path, cancellationToken).ConfigureAwait(false), needsDelays: false);

    private static async Task<byte[]> ReadHeadAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var head = new byte[MostHead];
        var read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        if (read > TagHeader && head.AsSpan().StartsWith("ID3"u8))
        {
            file.Position = TagHeader + ((head[6] << 21) | (head[7] << 14) | (head[8] << 7) | head[9]);
            read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        }

        return head[..read];
    }

    private static TimeSpan? Read(ReadOnlySpan<byte> head, bool needsDelays)
    {
        // The header takes the place of the sound in the first frame.
        var start = head.IndexOf((byte)0xff);
        if (start < 0 || start + 4 > head.Length || (head[start + 1] & 0xe6) != 0xe2 || ((head[start + 2] >> 2) & 3) == 3)
        {
            return null;
        }

        var isFirst = (head[start + 1] & 0x08) != 0;
        var isMono = head[start + 3] >> 6 == 3;
        var at = start + 4 + (isFirst ? isMono ? 17 : 32 : isMono ? 9 : 17);
        var (rate, samples) = (Rates[(head[start + 2] >> 2) & 3] / (isFirst ? 1 : (head[start + 1] & 0x10) != 0 ? 2 : 4), isFirst ? 1152 : 576);
        if (at + 12 <= head.Length && (head[at..].StartsWith("Xing"u8) || head[at..].StartsWith("Info"u8)))
        {
            return needsDelays ? Read(head[at..], rate, samples) : (head[at + 7] & 1) != 0 ? LengthOf(head[(at + 8)..], samples, rate) : null;
        }

        // Fraunhofer's header always lies in the same place.
        var other = start + 36;
        return !needsDelays && other + 18 <= head.Length && head[other..].StartsWith("VBRI"u8) ? LengthOf(head[(other + 14)..], samples, rate) : null;
    }

    private static TimeSpan LengthOf(ReadOnlySpan<byte> frames, int samples, int rate) =>
        TimeSpan.FromSeconds((double)BinaryPrimitives.ReadUInt32BigEndian(frames) * samples / rate);

    /// <summary>Flags name the fields that follow: frames, bytes, a seek table, a quality; then the encoder's part.</summary>
    private static TimeSpan? Read(ReadOnlySpan<byte> header, int rate, int samplesPerFrame)
    {
        var flags = header[7];
        var encoder = 8 + ((flags & 1) * 4) + ((flags & 2) * 2) + ((flags & 4) * 25) + ((flags & 8) / 2);
        if ((flags & 1) == 0 || encoder + 24 > header.Length || header[encoder] == 0)
        {
            return null;
        }

        var frames = BinaryPrimitives.ReadUInt32BigEndian(header[8..]);
        var delays = header[(encoder + 21)..];
        var (before, behind) = ((delays[0] << 4) | (delays[1] >> 4), ((delays[1] & 15) << 8) | delays[2]);
        var samples = ((long)frames * samplesPerFrame) - before - behind;
        return samples > 0 ? TimeSpan.FromSeconds((double)samples / rate) : null;
    }
}
