using System.Buffers.Binary;
using NemoBot.Core.Media;

namespace NemoBot.Media.Probing;

/// <summary>Finds out that a sound breaks off: its header says how long it is, and much less is there.</summary>
internal static class PromisedLength
{
    private const double MostMissing = 0.1;
    private const int FormHeader = 12;
    private const int ChunkHeader = 8;
    private const int MostChunks = 64;

    /// <summary>Chunks of programs that stream do not know their length.</summary>
    private const uint Unknown = 0xffff_ff00;

    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(1);

    /// <summary>The length that the header promises if the file breaks off; zero if it is whole or does not say.</summary>
    /// <param name="path">The file.</param>
    /// <param name="declared">What the headers say.</param>
    /// <param name="there">How long what is there lasts.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task<TimeSpan> FindAsync(string path, MediaFacts declared, TimeSpan there, CancellationToken cancellationToken)
    {
        var isMovie = declared.Container.Contains("mp4", StringComparison.Ordinal);
        var promised = declared.Container switch
        {
            "mp3" => await LameHeader.ReadPromiseAsync(path, cancellationToken).ConfigureAwait(false) ?? TimeSpan.Zero,
            "wav" => await ReadWaveAsync(path, there, cancellationToken).ConfigureAwait(false),
            "flac" or "matroska,webm" => declared.Duration,
            _ when isMovie => declared.Duration,
            _ => TimeSpan.Zero,
        };
        var breaksOff = promised - there > Noticeable && there < (1 - MostMissing) * promised;
        return breaksOff && (!isMovie || await HasMoreInIndexAsync(path, cancellationToken).ConfigureAwait(false)) ? promised : TimeSpan.Zero;
    }

    /// <summary>Whether the index of an MP4 file in front describes more than is there.</summary>
    public static async Task<bool> HasMoreInIndexAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return await CutOffBoxes.FollowIndexAsync(file, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>As much longer as the sound's chunk is longer than what is left of the file.</summary>
    private static async Task<TimeSpan> ReadWaveAsync(string path, TimeSpan there, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var head = new byte[ChunkHeader];
        file.Position = FormHeader;
        for (var i = 0; i < MostChunks && await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) == head.Length; i++)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
            var left = file.Length - file.Position;
            if (head.AsSpan().StartsWith("data"u8))
            {
                return size < Unknown && size != int.MaxValue && left > 0 ? there * ((double)size / left) : TimeSpan.Zero;
            }

            file.Position += Math.Min(left, size + (size % 2));
        }

        return TimeSpan.Zero;
    }
}
