namespace NemoBot.Media.Joined;

/// <summary>
/// Finds files that were written one behind the other and of which FFmpeg would play the first alone: FLAC, Ogg that goes on in another
/// codec, and containers that state their length.
/// </summary>
internal static class PartFinder
{
    /// <summary>Each part becomes an input of its own; a file with more is no joined one.</summary>
    public const int Most = 64;

    private const int BlockSize = 1 << 20;

    /// <summary>The mark in front of a FLAC file and the header of the block that must follow it.</summary>
    private const int FlacMark = 8;

    /// <summary>The parts; one if the file is not joined.</summary>
    public static async Task<IReadOnlyList<FilePart>> FindAsync(string path, string container, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
        var starts = container switch
        {
            "flac" => await FindFlacAsync(file, cancellationToken).ConfigureAwait(false),
            "ogg" => await OggChain.FindAsync(file, cancellationToken).ConfigureAwait(false),
            _ => await FileChain.FindAsync(file, cancellationToken).ConfigureAwait(false),
        };
        return [.. starts.Take(1).Select(_ => 0L).Concat(starts.Skip(1)).Zip(starts.Skip(1).Append(file.Length), (start, end) => new FilePart(path, start, end))];
    }

    private static async Task<List<long>> FindFlacAsync(FileStream file, CancellationToken cancellationToken)
    {
        List<long> starts = [];
        var block = new byte[BlockSize];
        for (long at = 0; at + FlacMark < file.Length && starts.Count <= Most; at += BlockSize - FlacMark + 1)
        {
            file.Position = at;
            var read = await file.ReadAtLeastAsync(block, BlockSize, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            for (var next = 0; IndexOfFlac(block.AsSpan(next..read)) is >= 0 and var found && starts.Count <= Most; next += found + FlacMark)
            {
                starts.Add(at + next + found);
            }
        }

        return starts;
    }

    /// <summary>The block behind the mark is the last one, or not.</summary>
    private static int IndexOfFlac(ReadOnlySpan<byte> block)
    {
        var more = block.IndexOf("fLaC\0\0\0\x22"u8);
        var last = block.IndexOf((ReadOnlySpan<byte>)[(byte)'f', (byte)'L', (byte)'a', (byte)'C', 0x80, 0, 0, 0x22]);
        return more < 0 ? last : last < 0 ? more : Math.Min(more, last);
    }
}
