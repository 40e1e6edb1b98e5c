using System.Buffers.Binary;
using NemoBot.Media.Movies;

namespace NemoBot.Media.Covers;

/// <summary>
/// Replaces the cover in an MP4 or M4A file. The changed table of contents goes to the end of the file and the old one becomes empty space,
/// so that no place in the file has to be counted anew.
/// </summary>
internal static class Mp4Cover
{
    private const int Header = 8;
    private const int DataHeader = 16;
    private const byte Png = 14;
    private static readonly string[] Nested = ["moov", "udta", "meta", "ilst", "covr", "data"];

    /// <param name="path">The file.</param>
    /// <param name="convert">Gives a PNG, or null if the cover is right as it is.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>False, and the file untouched, if nothing is to be replaced.</returns>
    public static async Task<bool> TryReplaceAsync(string path, Func<byte[], Task<byte[]?>> convert, CancellationToken cancellationToken)
    {
        var (at, contents) = await MovieContents.ReadAsync(path, cancellationToken).ConfigureAwait(false);
        List<int> boxes = [0];
        foreach (var name in Nested.Skip(1))
        {
            if (contents.Length == 0 || FindIn(contents, boxes[^1], name) is not { } found)
            {
                return false;
            }

            boxes.Add(found);
        }

        var (start, end) = (boxes[^1] + DataHeader, boxes[^1] + SizeOf(contents, boxes[^1]));
        if (end < start || await convert(contents[start..end]).ConfigureAwait(false) is not { } picture)
        {
            return false;
        }

        byte[] changed = [.. contents.AsSpan(0, start), .. picture, .. contents.AsSpan(end)];
        foreach (var box in boxes)
        {
            BinaryPrimitives.WriteInt32BigEndian(changed.AsSpan(box), SizeOf(contents, box) + changed.Length - contents.Length);
        }

        changed[boxes[^1] + Header + 3] = Png;
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Write);
        file.Position = file.Length;
        await file.WriteAsync(changed, cancellationToken).ConfigureAwait(false);
        file.Position = at + 4;
        await file.WriteAsync("free"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static int? FindIn(byte[] contents, int box, string name)
    {
        // Tags have a version before the boxes in them.
        var isFull = contents.AsSpan(box + 4).StartsWith("meta"u8);
        var end = box + SizeOf(contents, box);
        for (var at = box + Header + (isFull ? 4 : 0); at + Header <= end && SizeOf(contents, at) is >= Header and var size && size <= end - at; at += size)
        {
            if (contents.AsSpan(at + 4, 4).SequenceEqual(System.Text.Encoding.ASCII.GetBytes(name)))
            {
                return at;
            }
        }

        return null;
    }

    private static int SizeOf(byte[] contents, int box) => BinaryPrimitives.ReadInt32BigEndian(contents.AsSpan(box));
}
