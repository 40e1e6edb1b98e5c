using NemoBot.Core.Media;
using NemoBot.Media.Processes;

namespace NemoBot.Media.Covers;

/// <summary>
/// FFmpeg decodes a cover as what its label says, and leaves out labels that it does not know: JPEG that is called PNG, and WebP. They
/// get the right label, WebP becomes a format that FFmpeg finds.
/// </summary>
/// <param name="media">Converts pictures.</param>
public sealed class CoverRepair(IMediaTools media)
{
    private const int MostHead = 32 * 1024 * 1024;
    private const int MostPictures = 8;
    private static readonly string[] Jpeg = ["image/jpeg", "image/jpg", "JPG"];
    private static readonly string[] Known = [.. Jpeg, "image/png", "PNG", "image/gif", "image/bmp", "image/tiff"];

    /// <summary>Repairs the covers of an MP3, or other sound behind an ID3 tag, of a FLAC file, of M4A and of Ogg.</summary>
    /// <returns>False, and the file untouched, if nothing is to be repaired.</returns>
    public async Task<bool> TryAsync(string path, CancellationToken cancellationToken)
    {
        async Task<byte[]?> ConvertOddAsync(byte[] picture) =>
            TypeOf(picture) == "image/webp" ? await ConvertWebpAsync(picture, path, cancellationToken).ConfigureAwait(false) : null;

        var head = await ReadHeadAsync(path, cancellationToken).ConfigureAwait(false);
        var changed = head;
        for (var i = 0; i < Math.Min(MostPictures, Find(changed).Count); i++)
        {
            var picture = Find(changed)[i];
            if (await ConvertAsync(changed[picture.DataStart..picture.DataEnd], picture.Label, path, cancellationToken).ConfigureAwait(false) is var (label, data))
            {
                changed = changed.AsSpan().StartsWith("ID3"u8) ? Id3Pictures.Replace(changed, picture, label, data) : FlacPictures.Replace(changed, picture, label, data);
            }
        }

        if (ReferenceEquals(changed, head))
        {
            return head.Length == 0
                && (await Mp4Cover.TryReplaceAsync(path, ConvertOddAsync, cancellationToken).ConfigureAwait(false)
                    || await OggCover.TryReplaceAsync(path, ConvertOddAsync, cancellationToken).ConfigureAwait(false));
        }

        await WriteAsync(path, head.Length, changed, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static List<EmbeddedPicture> Find(byte[] head) => head.AsSpan().StartsWith("ID3"u8) ? Id3Pictures.Find(head) : FlacPictures.Find(head);

    /// <summary>The tag, or the blocks in front of the sound; empty if the file has neither.</summary>
    private static async Task<byte[]> ReadHeadAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var start = new byte[Id3Pictures.Header];
        var read = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        long length = start.AsSpan().StartsWith("fLaC"u8)
            ? await FlacPictures.MeasureAsync(file, cancellationToken).ConfigureAwait(false)
            : Id3Pictures.LengthOf(start.AsSpan(0, read));
        if (length == 0 || length > Math.Min(file.Length, MostHead))
        {
            return [];
        }

        var head = new byte[length];
        file.Position = 0;
        await file.ReadExactlyAsync(head, cancellationToken).ConfigureAwait(false);
        return head;
    }

    private async Task<(string Label, byte[] Data)?> ConvertAsync(byte[] picture, string label, string path, CancellationToken cancellationToken)
    {
        var type = TypeOf(picture);
        if (type == "image/webp")
        {
            return await ConvertWebpAsync(picture, path, cancellationToken).ConfigureAwait(false) is { } png ? ("image/png", png) : null;
        }

        var isRight = type is null || (type == Jpeg[0] ? Jpeg : Known).Contains(label, StringComparer.OrdinalIgnoreCase);
        return isRight ? null : (type!, picture);
    }

    private static string? TypeOf(ReadOnlySpan<byte> picture) =>
        picture.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]) ? Jpeg[0]
        : picture.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4e, 0x47]) ? "image/png"
        : picture.StartsWith("GIF8"u8) ? "image/gif"
        : picture.Length > 12 && picture[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;

    private async Task<byte[]?> ConvertWebpAsync(byte[] picture, string path, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory($"{path}.covers");
        try
        {
            var source = Path.Combine(folder.FullName, "cover.webp");
            await File.WriteAllBytesAsync(source, picture, cancellationToken).ConfigureAwait(false);
            await Probing.AnimatedWebp.TryReduceAsync(source, cancellationToken).ConfigureAwait(false);
            return await File.ReadAllBytesAsync(await media.ConvertAsync(source, folder.FullName, null, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        catch (MediaException e) when (e.Problem is MediaProblem.Unreadable or MediaProblem.Failed or MediaProblem.TooManyPixels)
        {
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task WriteAsync(string path, int oldHead, byte[] head, CancellationToken cancellationToken)
    {
        using var pending = new PendingFile(path);
        await using (var source = File.OpenRead(path))
        await using (var repaired = File.Create(pending.Path))
        {
            source.Position = oldHead;
            await repaired.WriteAsync(head, cancellationToken).ConfigureAwait(false);
            await source.CopyToAsync(repaired, cancellationToken).ConfigureAwait(false);
        }

        pending.Complete();
    }
}
