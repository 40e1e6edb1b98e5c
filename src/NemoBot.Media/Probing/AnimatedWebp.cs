using System.Buffers.Binary;

namespace NemoBot.Media.Probing;

/// <summary>FFmpeg cannot read animated WebP. Its first picture can be taken out: every frame holds a complete still.</summary>
public static class AnimatedWebp
{
    private const int MostChunks = 100_000;
    private const int FrameHeader = 16;
    private const byte AnimationFlag = 2;
    private const byte AlphaFlag = 0x10;

    /// <summary>Replaces an animated WebP by a still one that holds its first picture.</summary>
    /// <returns>False, and the file untouched, if it is anything else.</returns>
    public static async Task<bool> TryReduceAsync(string path, CancellationToken cancellationToken)
    {
        var still = await ReadFirstAsync(path, cancellationToken).ConfigureAwait(false);
        if (still is null)
        {
            return false;
        }

        await File.WriteAllBytesAsync(path, still, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static async Task<byte[]?> ReadFirstAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var head = new byte[30];
        if (await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < head.Length
            || !IsAnimated(head))
        {
            return null;
        }

        long at = 12;
        for (var i = 0; i < MostChunks && at + 8 <= file.Length; i++)
        {
            file.Position = at;
            await file.ReadExactlyAsync(head.AsMemory(0, 8), cancellationToken).ConfigureAwait(false);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
            if (head.AsSpan(0, 4).SequenceEqual("ANMF"u8))
            {
                var frame = new byte[Math.Max(0, Math.Min(size, file.Length - at - 8))];
                await file.ReadExactlyAsync(frame, cancellationToken).ConfigureAwait(false);
                return frame.Length > FrameHeader ? Wrap(frame) : null;
            }

            at += 8 + size + (size & 1);
        }

        return null;
    }

    private static bool IsAnimated(ReadOnlySpan<byte> head) =>
        head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBPVP8X"u8) && (head[20] & AnimationFlag) != 0;

    /// <summary>A frame is its place and size in 24-bit numbers, flags, and the chunks of a still.</summary>
    private static byte[] Wrap(byte[] frame)
    {
        var chunks = frame.AsSpan(FrameHeader);
        var hasAlpha = chunks.StartsWith("ALPH"u8) || chunks.StartsWith("VP8L"u8);
        byte[] extended = [.. "VP8X"u8, 10, 0, 0, 0, hasAlpha ? AlphaFlag : (byte)0, 0, 0, 0, .. frame.AsSpan(6, 6)];
        byte[] body = [.. "WEBP"u8, .. extended, .. chunks];
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, body.Length);
        return [.. "RIFF"u8, .. length, .. body];
    }
}
