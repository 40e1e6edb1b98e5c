using System.Text;

namespace NemoBot.Media.Heif;

/// <summary>The directory of a HEIC file: where items are, what they are, and which properties they have.</summary>
internal sealed class HeifItems
{
    private readonly ReadOnlyMemory<byte> _file;
    private readonly ReadOnlyMemory<byte> _inline;
    private readonly Dictionary<long, List<(bool IsInline, long Offset, long Length)>> _places = [];
    private readonly Dictionary<long, string> _types = [];
    private readonly Dictionary<long, List<long>> _parts = [];
    private readonly Dictionary<long, List<(string Type, ReadOnlyMemory<byte> Content)>> _properties = [];

    /// <summary>Reads the directory.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="meta">Content of its box <c>meta</c>.</param>
    public HeifItems(ReadOnlyMemory<byte> file, ReadOnlyMemory<byte> meta)
    {
        _file = file;
        var boxes = HeifBoxes.Read(meta.Length > 4 ? meta[4..] : default);
        _inline = HeifBoxes.Find(boxes, "idat");
        Main = ReadMain(HeifBoxes.Find(boxes, "pitm").Span);
        ReadPlaces(HeifBoxes.Find(boxes, "iloc").Span);
        ReadTypes(HeifBoxes.Find(boxes, "iinf"));
        ReadParts(HeifBoxes.Find(boxes, "iref"));
        ReadProperties(HeifBoxes.Read(HeifBoxes.Find(boxes, "iprp")));
    }

    /// <summary>The item to show.</summary>
    public long Main { get; }

    /// <summary>For example <c>hvc1</c> or <c>grid</c>.</summary>
    public string TypeOf(long item) => _types.GetValueOrDefault(item, "");

    /// <summary>The items that a grid is put together from, in order.</summary>
    public IReadOnlyList<long> PartsOf(long item) => _parts.GetValueOrDefault(item) ?? [];

    /// <summary>The properties of an item, in the order in which they apply.</summary>
    public List<(string Type, ReadOnlyMemory<byte> Content)> PropertiesOf(long item) => _properties.GetValueOrDefault(item) ?? [];

    /// <summary>The data of an item.</summary>
    public byte[] DataOf(long item)
    {
        using var data = new MemoryStream();
        foreach (var (isInline, offset, length) in _places.GetValueOrDefault(item) ?? [])
        {
            var source = isInline ? _inline : _file;
            if (offset >= 0 && length >= 0 && offset + length <= source.Length)
            {
                data.Write(source.Span.Slice((int)offset, (int)length));
            }
        }

        return data.ToArray();
    }

    private static long ReadMain(ReadOnlySpan<byte> box)
    {
        var reader = new ByteReader(box);
        return reader.Read(4) >> 24 == 0 ? reader.Read(2) : reader.Read(4);
    }

    private void ReadPlaces(ReadOnlySpan<byte> box)
    {
        var reader = new ByteReader(box);
        var version = reader.Read(4) >> 24;
        var (sizes, more) = ((int)reader.Read(1), (int)reader.Read(1));
        var (offsetSize, lengthSize, baseSize, indexSize) = (sizes >> 4, sizes & 15, more >> 4, version > 0 ? more & 15 : 0);
        var count = reader.Read(version < 2 ? 2 : 4);
        for (long i = 0; i < count && !reader.IsAtEnd; i++)
        {
            var item = reader.Read(version < 2 ? 2 : 4);
            var isInline = version > 0 && (reader.Read(2) & 15) == 1;
            reader.Read(2);
            var start = reader.Read(baseSize);
            List<(bool, long, long)> places = [];
            var extents = reader.Read(2);
            for (long e = 0; e < extents && !reader.IsAtEnd; e++)
            {
                reader.Read(indexSize);
                places.Add((isInline, start + reader.Read(offsetSize), reader.Read(lengthSize)));
            }

            _places[item] = places;
        }
    }

    private void ReadTypes(ReadOnlyMemory<byte> box)
    {
        var reader = new ByteReader(box.Span);
        var head = reader.Read(4) >> 24 == 0 ? 6 : 8;
        foreach (var (_, content) in HeifBoxes.Read(box.Length > head ? box[head..] : default).Where(b => b.Type == "infe"))
        {
            var entry = new ByteReader(content.Span);
            var item = entry.Read(4) >> 24 < 3 ? entry.Read(2) : entry.Read(4);
            entry.Read(2);
            _types[item] = Encoding.Latin1.GetString(entry.Take(4));
        }
    }

    private void ReadParts(ReadOnlyMemory<byte> box)
    {
        var idSize = box.Length > 0 && box.Span[0] > 0 ? 4 : 2;
        foreach (var (_, content) in HeifBoxes.Read(box.Length > 4 ? box[4..] : default).Where(b => b.Type == "dimg"))
        {
            var reader = new ByteReader(content.Span);
            var (from, count) = (reader.Read(idSize), reader.Read(2));
            List<long> parts = [];
            for (long i = 0; i < count && !reader.IsAtEnd; i++)
            {
                parts.Add(reader.Read(idSize));
            }

            _parts[from] = parts;
        }
    }

    private void ReadProperties(List<(string Type, ReadOnlyMemory<byte> Content)> boxes)
    {
        var all = HeifBoxes.Read(HeifBoxes.Find(boxes, "ipco"));
        var reader = new ByteReader(HeifBoxes.Find(boxes, "ipma").Span);
        var head = reader.Read(4);
        var count = reader.Read(4);
        for (long i = 0; i < count && !reader.IsAtEnd; i++)
        {
            var item = reader.Read(head >> 24 < 1 ? 2 : 4);
            List<(string, ReadOnlyMemory<byte>)> own = [];
            var properties = reader.Read(1);
            for (long p = 0; p < properties; p++)
            {
                var index = (head & 1) == 1 ? reader.Read(2) & 0x7fff : reader.Read(1) & 0x7f;
                if (index >= 1 && index <= all.Count)
                {
                    own.Add(all[(int)index - 1]);
                }
            }

            _properties[item] = own;
        }
    }
}
