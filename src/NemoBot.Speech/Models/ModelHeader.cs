using System.Buffers.Binary;

namespace NemoBot.Speech.Models;

/// <summary>The first numbers of a model file. The native library aborts the process on a wrong one, so they are checked first.</summary>
internal static class ModelHeader
{
    private const int Length = 12 * sizeof(int);
    private const uint Magic = 0x67676d6c;

    /// <summary>Tells whether a file begins as a Whisper model does.</summary>
    public static async Task<bool> IsModelAsync(string path, CancellationToken cancellationToken)
    {
        var header = new byte[Length];
        await using var file = File.OpenRead(path);
        return await file.ReadAtLeastAsync(header, Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) == Length && IsModel(header);
    }

    private static bool IsModel(ReadOnlySpan<byte> header)
    {
        Span<int> numbers = stackalloc int[Length / sizeof(int)];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadInt32LittleEndian(header[(i * sizeof(int))..]);
        }

        // magic, n_vocab, n_audio_ctx, n_audio_state, n_audio_head, n_audio_layer, n_text_ctx, n_text_state, n_text_head, n_text_layer, n_mels, ftype
        return (uint)numbers[0] == Magic
            && numbers[1] is >= 51864 and <= 51866
            && numbers[2] == 1500
            && numbers[3] is >= 64 and <= 1280
            && numbers[4] is >= 1 and <= 32
            && numbers[5] is >= 1 and <= 32
            && numbers[6] == 448
            && numbers[7] is >= 64 and <= 1280
            && numbers[8] is >= 1 and <= 32
            && numbers[9] is >= 1 and <= 32
            && numbers[10] is 80 or 128;
    }
}
