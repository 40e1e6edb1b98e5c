using System.Buffers.Binary;
using System.Text;

namespace NemoBot.Core.Media;

/// <summary>Files made of boxes (ISO base media): MP4, M4A, QuickTime, 3GP, HEIC, AVIF; distinguished by the brand in their first box.</summary>
internal static class BoxedMedia
{
    private static readonly SniffedType Mp4 = new(MediaKind.Video, "mp4", "video/mp4");
    private static readonly SniffedType M4a = new(MediaKind.Audio, "m4a", "audio/mp4");
    private static readonly SniffedType Mov = new(MediaKind.Video, "mov", "video/quicktime");

    /// <summary>The type; null if it is another kind of file.</summary>
    public static SniffedType? Identify(ReadOnlySpan<byte> head, string ending)
    {
        if (head.Length < 12)
        {
            return null;
        }

        var box = head[4..8];
        if (!box.SequenceEqual("ftyp"u8))
        {
            // Old QuickTime files begin without a brand.
            return box.SequenceEqual("moov"u8) || box.SequenceEqual("mdat"u8) || box.SequenceEqual("wide"u8) || box.SequenceEqual("pnot"u8) ? QuickTime(head) : null;
        }

        return Encoding.Latin1.GetString(head[8..12]) switch
        {
            "M4A " or "M4B " or "M4P " => M4a,
            "qt  " => QuickTime(head),
            "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx" or "mif1" or "msf1" => new(MediaKind.Image, "heic", "image/heic"),
            "avif" or "avis" => new(MediaKind.Image, "avif", "image/avif"),
            ['3', 'g', ..] => HasSoundAlone(head) ? new(MediaKind.Audio, "3gp", "audio/3gpp") : new(MediaKind.Video, "3gp", "video/3gpp"),
            _ when HasSoundAlone(head) => M4a,
            _ => ending is "m4a" or "m4b" or "aac" ? M4a : Mp4,
        };
    }

    private static SniffedType QuickTime(ReadOnlySpan<byte> head) => HasSoundAlone(head) ? new(MediaKind.Audio, "qta", "audio/quicktime") : Mov;

    /// <summary>The whole directory is in the head, and its tracks are sound.</summary>
    private static bool HasSoundAlone(ReadOnlySpan<byte> head)
    {
        for (long at = 0; at + 8 <= head.Length;)
        {
            var size = BinaryPrimitives.ReadUInt32BigEndian(head[(int)at..]);
            var name = head.Slice((int)at + 4, 4);
            if (name.SequenceEqual("moov"u8))
            {
                var directory = at + size <= head.Length ? head[(int)at..(int)(at + size)] : [];
                return directory.IndexOf("soun"u8) >= 0 && directory.IndexOf("vide"u8) < 0;
            }

            at += Math.Max(8, size);
        }

        return false;
    }
}
