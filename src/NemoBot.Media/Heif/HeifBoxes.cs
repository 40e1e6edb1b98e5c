using System.Buffers.Binary;
using System.Text;

namespace NemoBot.Media.Heif;

/// <summary>Reads boxes of ISO base media. Everything outside of the data is empty or zero.</summary>
internal static class HeifBoxes
{
    private const int MostBoxes = 10_000;

    /// <summary>The boxes in a piece of data, in order.</summary>
    public static List<(string Type, ReadOnlyMemory<byte> Content)> Read(ReadOnlyMemory<byte> data)
    {
        List<(string, ReadOnlyMemory<byte>)> boxes = [];
        while (data.Length >= 8 && boxes.Count < MostBoxes)
        {
            long size = BinaryPrimitives.ReadUInt32BigEndian(data.Span);
            var head = 8;
            if (size == 1 && data.Length >= 16)
            {
                (size, head) = (BinaryPrimitives.ReadInt64BigEndian(data.Span[8..]), 16);
            }

            size = size == 0 ? data.Length : size;
            if (size < head || size > data.Length)
            {
                break;
            }

            boxes.Add((Encoding.Latin1.GetString(data.Span.Slice(4, 4)), data[head..(int)size]));
            data = data[(int)size..];
        }

        return boxes;
    }

    /// <summary>The content of the first box of a type.</summary>
    public static ReadOnlyMemory<byte> Find(List<(string Type, ReadOnlyMemory<byte> Content)> boxes, string type) =>
        boxes.FirstOrDefault(b => b.Type == type).Content;
}
