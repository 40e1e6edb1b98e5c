using NemoBot.Core.Media;

namespace NemoBot.Core.Prompting.Uploads;

/// <summary>What the bytes of a file say about it.</summary>
/// <param name="Length">Bytes of its head that there are.</param>
/// <param name="Type">What it is; null if its bytes are of no known type.</param>
/// <param name="Foreign">Key of the sentence that says why it is of no use; null if nothing is known against it.</param>
internal readonly record struct FileContent(int Length, SniffedType? Type, string? Foreign)
{
    private const int HeadLength = 64 * 1024;

    public bool IsEmpty => Length == 0;

    /// <summary>Reads the first bytes, and an index or the end of a file where they decide.</summary>
    /// <param name="source">The file; closed afterwards.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task<FileContent> ReadAsync(Stream source, string name, CancellationToken cancellationToken)
    {
        var stream = new CappedStream(source, long.MaxValue);
        await using (stream.ConfigureAwait(false))
        {
            var head = new byte[HeadLength];
            var length = await stream.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            var type = FileSniffer.Identify(head.AsSpan(0, length), name);
            if (type is { Kind: MediaKind.Video, Extension: "mp4" or "mov" or "3gp" }
                && await FarIndex.ReadAsync(source, cancellationToken).ConfigureAwait(false) is { } index)
            {
                type = FileSniffer.Identify(index, name) ?? type;
            }

            var foreign = ForeignContent.Identify(head.AsSpan(0, length), name);
            foreign ??= type is { Extension: "mp4" or "mov" or "m4a" or "3gp" } && await CutOffBoxes.AreInAsync(source, cancellationToken).ConfigureAwait(false)
                ? "file.cut-off" : null;
            return new FileContent(length, type, foreign);
        }
    }
}
