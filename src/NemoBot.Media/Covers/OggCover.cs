using System.Buffers.Binary;
using System.Text;
using NemoBot.Media.Ogg;
using NemoBot.Media.Processes;

namespace NemoBot.Media.Covers;

/// <summary>Replaces the cover in an Ogg file with Vorbis or Opus: a FLAC picture block, in Base64, among the comments of the second packet.</summary>
internal static class OggCover
{
    private const int MostHeaderPages = 2000;
    private const string Key = "METADATA_BLOCK_PICTURE=";

    /// <param name="path">The file.</param>
    /// <param name="convert">Gives a PNG, or null if the cover is right as it is.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>False, and the file untouched, if nothing is to be replaced.</returns>
    public static async Task<bool> TryReplaceAsync(string path, Func<byte[], Task<byte[]?>> convert, CancellationToken cancellationToken)
    {
        await using var source = File.OpenRead(path);
        if (await OggPage.ReadAsync(source, cancellationToken).ConfigureAwait(false) is not { } start || PrefixOf(start.Body) is not { } prefix
            || await ReadHeadersAsync(source, start.Header.Serial, prefix == 7 ? 2 : 1, cancellationToken).ConfigureAwait(false) is not var (packets, next)
            || FindPicture(packets[0], prefix) is not var (from, to)
            || await ConvertAsync(packets[0].AsSpan(from, to - from).ToArray(), convert).ConfigureAwait(false) is not { } comment)
        {
            return false;
        }

        packets[0] = [.. packets[0].AsSpan(0, from - 4), .. Little(comment.Length), .. comment, .. packets[0].AsSpan(to)];
        using var pending = new PendingFile(path);
        await using (var changed = File.Create(pending.Path))
        {
            await changed.WriteAsync(start.Bytes, cancellationToken).ConfigureAwait(false);
            var number = start.Header.Number + 1;
            foreach (var page in OggPage.Pack(packets, start.Header.Serial, number))
            {
                await changed.WriteAsync(page.Bytes, cancellationToken).ConfigureAwait(false);
                number++;
            }

            while (await OggPage.ReadAsync(source, cancellationToken).ConfigureAwait(false) is { } page)
            {
                await changed.WriteAsync((page.Header.Serial == start.Header.Serial ? page.WithNumber(page.Header.Number + number - next) : page).Bytes, cancellationToken).ConfigureAwait(false);
            }
        }

        pending.Complete();
        return true;
    }

    /// <summary>What is before the comments of the codec; null if it is another.</summary>
    private static int? PrefixOf(ReadOnlySpan<byte> packet) =>
        packet.StartsWith("\x01vorbis"u8) ? 7 : packet.StartsWith("OpusHead"u8) ? 8 : null;

    /// <summary>The header packets after the first one, and the number of the page behind them; null if they are not by themselves.</summary>
    private static async Task<(List<byte[]> Packets, uint Next)?> ReadHeadersAsync(Stream source, uint serial, int count, CancellationToken cancellationToken)
    {
        List<byte[]> packets = [];
        using var packet = new MemoryStream();
        for (var i = 0; i < MostHeaderPages; i++)
        {
            if (await OggPage.ReadAsync(source, cancellationToken).ConfigureAwait(false) is not { } page || page.Header.Serial != serial)
            {
                return null;
            }

            var at = 0;
            foreach (var length in page.Header.Segments)
            {
                packet.Write(page.Body.Slice(at, length));
                at += length;
                if (length < 255)
                {
                    packets.Add(packet.ToArray());
                    packet.SetLength(0);
                }
            }

            if (packets.Count >= count)
            {
                return packets.Count == count && packet.Length == 0 ? (packets, page.Header.Number + 1) : null;
            }
        }

        return null;
    }

    /// <summary>Where the comment with the first picture is.</summary>
    private static (int From, int To)? FindPicture(byte[] packet, int prefix)
    {
        int Number(int at) => at + 4 <= packet.Length ? BinaryPrimitives.ReadInt32LittleEndian(packet.AsSpan(at)) : -1;
        var vendor = Number(prefix);
        var at = vendor < 0 || vendor > packet.Length ? packet.Length : prefix + 4 + vendor + 4;
        while (Number(at) is >= 0 and var length && length <= packet.Length - at - 4)
        {
            if (length > Key.Length && Encoding.ASCII.GetString(packet, at + 4, Key.Length).Equals(Key, StringComparison.OrdinalIgnoreCase))
            {
                return (at + 4, at + 4 + length);
            }

            at += 4 + length;
        }

        return null;
    }

    private static async Task<byte[]?> ConvertAsync(byte[] comment, Func<byte[], Task<byte[]?>> convert)
    {
        var text = Encoding.ASCII.GetString(comment, Key.Length, comment.Length - Key.Length);
        var block = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, block, out var size) || PictureBlock.Read(block.AsSpan(0, size)) is not { } found
            || await convert(block[found.DataStart..found.DataEnd]).ConfigureAwait(false) is not { } png)
        {
            return null;
        }

        return Encoding.ASCII.GetBytes(Key + Convert.ToBase64String(PictureBlock.Write(found.Use, "image/png", png)));
    }

    private static byte[] Little(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }
}
