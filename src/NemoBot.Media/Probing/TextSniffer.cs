using NemoBot.Core.Media;

namespace NemoBot.Media.Probing;

/// <summary>Subtitles and lyrics: named so, and readable as UTF-8 text.</summary>
internal static class TextSniffer
{
    private static readonly string[] Extensions = [".srt", ".vtt", ".lrc", ".txt", ".ass", ".ssa", ".md"];

    private static readonly MediaFacts Facts =
        new(MediaKind.Text, "text", TimeSpan.Zero, 0, 0, false, false, false, 0, null, null);

    public static async Task<MediaFacts?> FindAsync(string path, CancellationToken cancellationToken)
    {
        if (!Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        var start = new byte[4096];
        await using var file = File.OpenRead(path);
        var read = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return Array.IndexOf(start, (byte)0, 0, read) < 0 && IsUtf8(start.AsSpan(0, read), read < start.Length) ? Facts : null;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        // A character may be cut by the end of the buffer: up to three bytes of it are missing then.
        for (var cut = 0; cut <= (isWhole ? 0 : 3); cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(bytes[..^cut]))
            {
                return true;
            }
        }

        return false;
    }
}
