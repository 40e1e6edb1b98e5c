namespace NemoBot.Media.Heif;

/// <summary>Writes items as an HEVC byte stream: each with its parameter sets, every unit behind a start code.</summary>
internal static class HevcStream
{
    private const int ConfigurationHead = 22;

    /// <summary>The stream; empty if an item lacks its configuration.</summary>
    public static byte[] Build(HeifItems items, IReadOnlyList<long> tiles)
    {
        using var stream = new MemoryStream();
        foreach (var tile in tiles)
        {
            var configuration = HeifBoxes.Find(items.PropertiesOf(tile), "hvcC").Span;
            if (configuration.Length <= ConfigurationHead)
            {
                return [];
            }

            WriteParameters(stream, configuration);
            var reader = new ByteReader(items.DataOf(tile));
            var lengthSize = (configuration[ConfigurationHead - 1] & 3) + 1;
            while (!reader.IsAtEnd)
            {
                Write(stream, reader.Take(reader.Read(lengthSize)));
            }
        }

        return stream.ToArray();
    }

    private static void WriteParameters(MemoryStream stream, ReadOnlySpan<byte> configuration)
    {
        var reader = new ByteReader(configuration[ConfigurationHead..]);
        var arrays = reader.Read(1);
        for (long a = 0; a < arrays && !reader.IsAtEnd; a++)
        {
            reader.Read(1);
            var units = reader.Read(2);
            for (long u = 0; u < units && !reader.IsAtEnd; u++)
            {
                Write(stream, reader.Take(reader.Read(2)));
            }
        }
    }

    private static void Write(MemoryStream stream, ReadOnlySpan<byte> unit)
    {
        stream.Write([0, 0, 0, 1]);
        stream.Write(unit);
    }
}
