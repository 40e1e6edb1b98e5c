namespace NemoBot.Media.Heif;

/// <summary>Finds the main picture in a HEIC file: FFmpeg before version 7 cannot.</summary>
internal static class HeifReader
{
    private const long MostBytes = 256L * 1024 * 1024;
    private const long MostTiles = 4096;

    /// <summary>The picture; null if the file is anything else.</summary>
    public static async Task<HeifPicture?> TryReadAsync(string path, CancellationToken cancellationToken)
    {
        var head = new byte[12];
        await using (var file = File.OpenRead(path))
        {
            var read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            if (read < head.Length || file.Length > MostBytes || !IsHeic(head))
            {
                return null;
            }
        }

        ReadOnlyMemory<byte> all = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        var meta = HeifBoxes.Find(HeifBoxes.Read(all), "meta");
        return meta.IsEmpty ? null : Read(new HeifItems(all, meta));
    }

    private static bool IsHeic(ReadOnlySpan<byte> head) =>
        head[4..8].SequenceEqual("ftyp"u8)
        && (head[8..12].SequenceEqual("heic"u8) || head[8..12].SequenceEqual("heix"u8) || head[8..12].SequenceEqual("mif1"u8) || head[8..12].SequenceEqual("heim"u8));

    private static HeifPicture? Read(HeifItems items)
    {
        var properties = items.PropertiesOf(items.Main);
        var size = new ByteReader(HeifBoxes.Find(properties, "ispe").Span);
        size.Read(4);
        var (width, height) = ((int)size.Read(4), (int)size.Read(4));
        var (columns, rows, tiles) = items.TypeOf(items.Main) switch
        {
            "hvc1" => (1, 1, (IReadOnlyList<long>)[items.Main]),
            "grid" => Grid(items),
            _ => (0, 0, []),
        };
        var stream = HevcStream.Build(items, tiles);
        return width <= 0 || height <= 0 || tiles.Count == 0 || tiles.Count != columns * rows || stream.Length == 0
            ? null
            : new HeifPicture(width, height, columns, rows, Turns(properties, out var isTurned), isTurned, IsFullRange(properties), stream);
    }

    private static (int Columns, int Rows, IReadOnlyList<long> Tiles) Grid(HeifItems items)
    {
        var reader = new ByteReader(items.DataOf(items.Main));
        reader.Read(2);
        var (rows, columns) = ((int)reader.Read(1) + 1, (int)reader.Read(1) + 1);
        return (long)rows * columns <= MostTiles ? (columns, rows, items.PartsOf(items.Main)) : (0, 0, []);
    }

    /// <summary>Turns count to the left; mirroring along axis 0 exchanges top and bottom.</summary>
    private static List<string> Turns(List<(string Type, ReadOnlyMemory<byte> Content)> properties, out bool isTurned)
    {
        List<string> filters = [];
        isTurned = false;
        foreach (var (type, content) in properties.Where(p => p.Content.Length > 0))
        {
            var value = content.Span[0] & 3;
            isTurned ^= type == "irot" && value % 2 == 1;
            filters.AddRange((type, value) switch
            {
                ("irot", 1) => ["transpose=2"],
                ("irot", 2) => ["hflip", "vflip"],
                ("irot", 3) => ["transpose=1"],
                ("imir", 0) => ["vflip"],
                ("imir", 1) => ["hflip"],
                _ => (string[])[],
            });
        }

        return filters;
    }

    private static bool IsFullRange(List<(string Type, ReadOnlyMemory<byte> Content)> properties) =>
        properties.Any(p => p.Type == "colr" && p.Content.Length > 10 && p.Content.Span[..4].SequenceEqual("nclx"u8) && (p.Content.Span[10] & 0x80) != 0);
}
