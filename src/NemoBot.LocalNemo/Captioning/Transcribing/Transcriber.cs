using System.Collections.Concurrent;
using NemoBot.LocalNemo.Captioning.Layout;
using NemoBot.LocalNemo.Projects;
using NemoBot.Media.Processes;
using NemoBot.Speech.Recognition;

namespace NemoBot.LocalNemo.Captioning.Transcribing;

/// <summary>FFmpeg decodes the sound, the recognizer listens, and its phrases become lines that can be read.</summary>
internal sealed partial class Transcriber(MediaProcesses processes, ISpeechRecognizer recognizer, ILogger<Transcriber> log) : ITranscriber
{
    private const double LineWidth = 27;
    private const int MaxLines = 2;
    private const int Kept = 50;
    private const double DecodingShare = 0.05;

    private readonly ConcurrentDictionary<(string, string?), Transcript> _known = new();

    /// <inheritdoc/>
    public async Task<Transcript> TranscribeAsync(Asset asset, string? language, IProgress<double> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asset);
        if (_known.TryGetValue((asset.Id, language), out var known))
        {
            return known;
        }

        var transcript = await ListenAsync(asset, language, new StageProgress(progress), cancellationToken).ConfigureAwait(false);
        if (transcript.Problem is null or TranscriptProblem.NoSpeech)
        {
            if (_known.Count >= Kept)
            {
                _known.Clear();
            }

            _known[(asset.Id, language)] = transcript;
        }

        return transcript;
    }

    private async Task<Transcript> ListenAsync(Asset asset, string? language, StageProgress progress, CancellationToken cancellationToken)
    {
        if (!asset.Facts.HasAudio)
        {
            return new Transcript([], null) { Problem = TranscriptProblem.NoSpeech };
        }

        var folder = Directory.CreateTempSubdirectory("nemobot-speech-");
        try
        {
            var sound = Path.Combine(folder.FullName, "sound.wav");
            await DecodeAsync(asset, sound, progress, cancellationToken).ConfigureAwait(false);
            var heard = await recognizer.RecognizeAsync(new SpeechRequest(sound, language), progress, cancellationToken).ConfigureAwait(false);
            var lines = CaptionTiming.Tidy(heard.Segments.SelectMany(ToLines), asset.Facts.Duration > TimeSpan.Zero ? asset.Facts.Duration : null);
            return new Transcript(lines, heard.Language) { Problem = lines.Count == 0 ? TranscriptProblem.NoSpeech : null };
        }
        catch (SpeechException e)
        {
            LogFailed(e);
            return new Transcript([], null) { Problem = ProblemOf(e.Problem), Megabytes = (int)((e.NeededBytes + 999_999) / 1_000_000) };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task DecodeAsync(Asset asset, string target, StageProgress progress, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            .. FfmpegArguments.Start, .. FfmpegArguments.Progress, .. FfmpegArguments.Input(asset.Path),
            "-map", "0:a:0", "-vn", "-af", "aresample=async=1:first_pts=0", "-ac", "1", "-ar", "16000", "-c:a", "pcm_s16le", FfmpegArguments.FileName(target),
        ];
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.ConvertTimeout);
        await processes.RunAsync(command, asset.Facts.Duration, progress, cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<CaptionLine> ToLines(SpeechSegment segment) => LineSplitter.Split(
        new CaptionLine(segment.Start, segment.End, segment.Text) { Words = [.. segment.Words.Select(w => new CaptionWord(w.Start, w.End, w.Text))] },
        LineWidth,
        MaxLines);

    private static TranscriptProblem ProblemOf(SpeechProblem problem) =>
        Enum.TryParse<TranscriptProblem>($"{problem}", out var same) ? same : TranscriptProblem.Failed;

    [LoggerMessage(LogLevel.Warning, "Speech was not recognized.")]
    private partial void LogFailed(SpeechException exception);

    /// <summary>One scale for all stages. A download takes half of it, then listening the rest.</summary>
    private sealed class StageProgress(IProgress<double> progress) : IProgress<SpeechProgress>, IProgress<double>
    {
        private double _from = DecodingShare;

        public void Report(double value) => progress.Report(value * DecodingShare);

        public void Report(SpeechProgress value)
        {
            if (value.Stage == SpeechStage.Downloading)
            {
                _from = 0.5;
                progress.Report(DecodingShare + (value.Share * (0.5 - DecodingShare)));
            }
            else if (value.Stage == SpeechStage.Listening)
            {
                progress.Report(_from + (value.Share * (1 - _from)));
            }
        }
    }
}
