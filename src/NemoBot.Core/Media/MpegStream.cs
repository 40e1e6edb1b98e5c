namespace NemoBot.Core.Media;

/// <summary>
/// MPEG transport and program streams, as broadcasts, cameras and DVDs have them. A recording may begin in the middle of a packet, and
/// may hold sound alone.
/// </summary>
internal static class MpegStream
{
    private const byte Sync = 0x47;
    private const int Needed = 5;
    private const int MostSkipped = 1024;

    /// <summary>The type; null if it is another kind of file.</summary>
    public static SniffedType? Identify(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0xba]) => Of(head, "mpg", "mpeg"),
        _ when HasPackets(head, 188) || HasPackets(head, 204) => Of(head, "ts", "mp2t"),

        // Cameras put four bytes of time before each packet.
        _ when HasPackets(head, 192) => Of(head, "mts", "mp2t"),
        _ => null,
    };

    private static SniffedType Of(ReadOnlySpan<byte> head, string extension, string name) =>
        HasSoundAlone(head) ? new(MediaKind.Audio, extension, "audio/" + name) : new(MediaKind.Video, extension, "video/" + name);

    /// <summary>Sync bytes at the same distance, from the start or a little later; a short file must hold them to its end.</summary>
    private static bool HasPackets(ReadOnlySpan<byte> head, int size)
    {
        for (var start = 0; start < MostSkipped && start + (2 * size) < head.Length; start++)
        {
            var count = 0;
            var at = start;
            for (; at < head.Length && head[at] == Sync && count < Needed; at += size)
            {
                count++;
            }

            if (count == Needed || (start <= 4 && count >= 3 && at >= head.Length))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Packets name what they carry: 0xE0 to 0xEF and 0xFD are pictures, 0xC0 to 0xDF and 0xBD are sound.</summary>
    private static bool HasSoundAlone(ReadOnlySpan<byte> head)
    {
        var hasSound = false;
        for (var next = head.IndexOf((ReadOnlySpan<byte>)[0, 0, 1]); next >= 0 && head.Length > next + 3;)
        {
            head = head[(next + 3)..];
            if (head[0] is (>= 0xe0 and <= 0xef) or 0xfd)
            {
                return false;
            }

            hasSound |= head[0] is (>= 0xc0 and <= 0xdf) or 0xbd;
            next = head.IndexOf((ReadOnlySpan<byte>)[0, 0, 1]);
        }

        return hasSound;
    }
}
