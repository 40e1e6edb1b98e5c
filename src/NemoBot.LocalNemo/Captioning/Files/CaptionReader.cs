using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Captioning.Files;

/// <summary>Tells the formats apart by content and reads them.</summary>
internal sealed class CaptionReader : ICaptionReader
{
    private static readonly string[] TextExtensions = [".srt", ".vtt", ".lrc", ".ass", ".ssa", ".txt", ".md", ""];

    /// <inheritdoc/>
    public CaptionFile? Read(string name, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        var (text, encoding) = TextDecoder.Decode(content);
        return IsText(text) && TextExtensions.Contains(Path.GetExtension(name).ToLowerInvariant()) && ReadText(text) is { } file
            ? file with { Encoding = encoding } : null;
    }

    /// <inheritdoc/>
    public CaptionFile? ReadText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var file = text switch
        {
            _ when AssFile.Fits(text) => new CaptionFile(CaptionFormat.Ass, AssFile.Read(text)),
            _ when CueFile.Fits(text) => new CaptionFile(IsVtt(text) ? CaptionFormat.Vtt : CaptionFormat.Srt, RollingCues.Flatten(CueFile.Read(text))),
            _ when IsVtt(text) => null,
            _ when LyricsFile.Fits(text) => LyricsFile.Read(text),
            _ => PlainLines.Read(text),
        };
        return file is null || file.Lines.Count == 0 ? null : file.HasTimes ? file with { Lines = Order(file.Lines) } : file;
    }

    private static bool IsVtt(string text) => text.AsSpan().TrimStart().StartsWith("WEBVTT", StringComparison.Ordinal);

    private static IReadOnlyList<CaptionLine> Order(IReadOnlyList<CaptionLine> lines) => [.. lines.OrderBy(l => l.Start).ThenBy(l => l.End)];

    /// <summary>A program or a picture under a text's name decodes to control characters.</summary>
    private static bool IsText(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, 8192));
        var odd = 0;
        foreach (var c in sample)
        {
            odd += c is '\uFFFD' || (char.IsControl(c) && c is not '\n' and not '\r' and not '\t' and not '\f') ? 1 : 0;
        }

        return odd * 20 <= sample.Length;
    }
}
