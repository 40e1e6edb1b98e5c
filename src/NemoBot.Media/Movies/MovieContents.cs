using System.Buffers.Binary;
using System.Text;
using NemoBot.Core.Media;

namespace NemoBot.Media.Movies;

/// <summary>The table of contents of an MP4 or M4A file, the box <c>moov</c>.</summary>
internal static class MovieContents
{
    private const int Header = 8;
    private const int Most = 32 * 1024 * 1024;
    private const int MostBoxes = 10_000;

    /// <summary>The table of contents with its header, and its place; empty if the file has none.</summary>
    public static async Task<(long At, byte[] Contents)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var header = new byte[IsoBox.HeaderLength];
        long at = 0;
        for (var i = 0; i < MostBoxes && at + header.Length <= file.Length; i++)
        {
            file.Position = at;
            await file.ReadExactlyAsync(header, cancellationToken).ConfigureAwait(false);
            var size = IsoBox.SizeOf(header);
            if ((i == 0 && !header.AsSpan(4).StartsWith("ftyp"u8)) || size < Header || size > file.Length - at)
            {
                break;
            }

            if (header.AsSpan(4).StartsWith("moov"u8) && size <= Most)
            {
                var contents = new byte[size];
                file.Position = at;
                await file.ReadExactlyAsync(contents, cancellationToken).ConfigureAwait(false);
                return (at, contents);
            }

            at += size;
        }

        return (0, []);
    }

    /// <summary>The boxes in what another one holds, up to the first that cannot be one.</summary>
    public static IEnumerable<(string Name, ReadOnlyMemory<byte> Content)> In(ReadOnlyMemory<byte> content)
    {
        while (content.Length >= Header && BinaryPrimitives.ReadUInt32BigEndian(content.Span) is >= Header and var size && size <= content.Length)
        {
            yield return (Encoding.ASCII.GetString(content.Span.Slice(4, 4)), content[Header..(int)size]);
            content = content[(int)size..];
        }
    }

    /// <summary>What the box at the end of a path of names holds; empty if there is none.</summary>
    public static ReadOnlyMemory<byte> Find(ReadOnlyMemory<byte> content, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            content = In(content).FirstOrDefault(b => b.Name == name).Content;
        }

        return content;
    }
}
