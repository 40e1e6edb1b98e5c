using System.Buffers.Binary;
using System.Text;
using NemoBot.Media.Processes;

namespace NemoBot.Media.Probing;

/// <summary>
/// The chunks of a WAV begin at even positions. Some programs leave out the byte that fills a chunk of odd length, and FFmpeg then finds
/// nothing behind it.
/// </summary>
public static class WavPadding
{
    private const int FormHeader = 12;
    private const int ChunkHeader = 8;
    private const int MostChunks = 64;
    private static readonly string[] Known = ["fmt ", "data", "LIST", "fact", "bext", "iXML", "cue ", "smpl", "inst", "id3 ", "ID3 ", "JUNK", "junk", "PEAK", "_PMX", "acid"];

    /// <summary>Adds the bytes that are missing before the sound.</summary>
    /// <returns>False, and the file untouched, if nothing is missing or the file is no WAV.</returns>
    public static async Task<bool> TryAddAsync(string path, CancellationToken cancellationToken)
    {
        var missing = await FindMissingAsync(path, cancellationToken).ConfigureAwait(false);
        if (missing.Count == 0)
        {
            return false;
        }

        using var pending = new PendingFile(path);
        await using (var source = File.OpenRead(path))
        await using (var padded = File.Create(pending.Path))
        {
            foreach (var at in missing)
            {
                await CopyAsync(source, padded, at - source.Position, cancellationToken).ConfigureAwait(false);
                padded.WriteByte(0);
            }

            await source.CopyToAsync(padded, cancellationToken).ConfigureAwait(false);
        }

        pending.Complete();
        return true;
    }

    private static async Task<List<long>> FindMissingAsync(string path, CancellationToken cancellationToken)
    {
        List<long> missing = [];
        await using var file = File.OpenRead(path);
        var head = new byte[FormHeader];
        if (await ReadAsync(file, 0, head, cancellationToken).ConfigureAwait(false) < FormHeader || !head.AsSpan().StartsWith("RIFF"u8) || !head.AsSpan(8).SequenceEqual("WAVE"u8))
        {
            return missing;
        }

        long at = FormHeader;
        for (var i = 0; i < MostChunks && await ReadAsync(file, at, head, cancellationToken).ConfigureAwait(false) >= ChunkHeader && !head.AsSpan().StartsWith("data"u8); i++)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
            at += ChunkHeader + size;
            if (size % 2 == 1)
            {
                await ReadAsync(file, at, head, cancellationToken).ConfigureAwait(false);
                var isMissing = Known.Contains(Encoding.Latin1.GetString(head, 0, 4)) && !Known.Contains(Encoding.Latin1.GetString(head, 1, 4));
                missing.AddRange(isMissing ? [at] : []);
                at += isMissing ? 0 : 1;
            }
        }

        return missing;
    }

    private static async Task<int> ReadAsync(FileStream file, long at, byte[] buffer, CancellationToken cancellationToken)
    {
        Array.Clear(buffer);
        file.Position = Math.Min(at, file.Length);
        return await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
    }

    private static async Task CopyAsync(FileStream source, FileStream target, long count, CancellationToken cancellationToken)
    {
        var part = new byte[Math.Min(count, 1 << 20)];
        for (int read; count > 0; count -= read)
        {
            read = (int)Math.Min(count, part.Length);
            await source.ReadExactlyAsync(part.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            await target.WriteAsync(part.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }
    }
}
