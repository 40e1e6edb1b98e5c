using NemoBot.LocalNemo.Captioning.Files;
using NemoBot.LocalNemo.Captioning.Fonts;
using NemoBot.LocalNemo.Captioning.Layout;
using NemoBot.LocalNemo.Captioning.Transcribing;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Captioning;

/// <summary>Captions from speech, files and text, with lines that can be read and a warning where a font is missing.</summary>
internal sealed class CaptionTools(ITranscriber transcriber, ICaptionReader reader, IFontCoverage fonts) : ICaptionTools
{
    /// <inheritdoc/>
    async Task<CaptionResult> ICaptionTools.TranscribeAsync(Asset asset, string? language, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var transcript = await transcriber.TranscribeAsync(asset, language, progress, cancellationToken).ConfigureAwait(false);
        return transcript.Problem is { } problem
            ? new CaptionResult([]) { Problem = new Note($"captions.{problem}", [transcript.Megabytes]) }
            : await CheckAsync(new CaptionResult(transcript.Lines) { Language = transcript.Language }, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    async Task<CaptionResult> ICaptionTools.ReadAsync(Asset asset, TimeSpan total, CancellationToken cancellationToken)
    {
        var file = File.Exists(asset.Path) ? reader.Read(asset.Name, await File.ReadAllBytesAsync(asset.Path, cancellationToken).ConfigureAwait(false)) : null;
        return await CheckAsync(Time(file, asset.Name, total), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    Task<CaptionResult> ICaptionTools.ReadTextAsync(string text, TimeSpan total, CancellationToken cancellationToken) =>
        CheckAsync(Time(reader.ReadText(text), "", total), cancellationToken);

    /// <summary>Times are corrected; lines without times are spread over the sound.</summary>
    private static CaptionResult Time(CaptionFile? file, string name, TimeSpan total)
    {
        if (file is null)
        {
            return new CaptionResult([]) { Problem = new Note("captions.unreadable", [name]) };
        }

        var lines = file.HasTimes ? CaptionTiming.Tidy(file.Lines, total) : CaptionTiming.Spread(file.Lines, TimeSpan.Zero, total);
        return lines.Count > 0 ? new CaptionResult(lines) : new CaptionResult([]) { Problem = new Note("captions.too-late", []) };
    }

    private async Task<CaptionResult> CheckAsync(CaptionResult result, CancellationToken cancellationToken)
    {
        var missing = await fonts.FindMissingAsync(string.Concat(result.Lines.Select(l => l.Text)), cancellationToken).ConfigureAwait(false);
        return missing.Count == 0 ? result : result with
        {
            Warning = new Note("captions.fonts", [string.Join(", ", missing.Select(m => m.Name)), string.Join(" ", missing.Select(m => m.Package).Distinct())]),
        };
    }
}
