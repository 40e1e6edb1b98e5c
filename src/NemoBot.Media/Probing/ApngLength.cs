using System.Buffers.Binary;

namespace NemoBot.Media.Probing;

/// <summary>Adds up how long the pictures of an animated PNG are shown. The times of its packets leave out the last one.</summary>
internal static class ApngLength
{
    private const int Signature = 8;
    private const int Delay = 20;
    private const int MostChunks = 100_000;

    /// <summary>What a denominator of zero means.</summary>
    private const int Hundredths = 100;

    /// <summary>The length of one round; null if nothing in the file says so.</summary>
    public static async Task<TimeSpan?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
        var head = new byte[8 + Delay + 4];
        var seconds = 0.0;
        long at = Signature;
        for (var i = 0; i < MostChunks; i++)
        {
            file.Position = at;
            var read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            if (read < 8)
            {
                break;
            }

            if (read == head.Length && head.AsSpan(4).StartsWith("fcTL"u8))
            {
                var parts = BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(8 + Delay + 2));
                seconds += BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(8 + Delay)) / (double)(parts == 0 ? Hundredths : parts);
            }

            at += 12L + BinaryPrimitives.ReadUInt32BigEndian(head);
        }

        return seconds > 0 ? TimeSpan.FromSeconds(seconds) : null;
    }
}
