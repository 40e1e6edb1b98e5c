using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Encoding;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Sound;
using NemoBot.LocalNemo.Rendering.Staging;
using NemoBot.LocalNemo.Rendering.Strips;
using NemoBot.LocalNemo.Sound;
using NemoBot.LocalNemo.Sound.Analysis;
using NemoBot.LocalNemo.Sound.Mixing;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering;

/// <summary>Renders with FFmpeg; pictures are composed here, FFmpeg decodes, mixes and encodes.</summary>
public sealed class ProjectRenderer(MediaProcesses processes, ISoundAnalyzer? analyzer = null) : IProjectRenderer
{
    private readonly ISoundAnalyzer _analyzer = analyzer ?? new SoundAnalyzer(processes);

    /// <summary>How much of the progress is left for putting sound and picture into one file.</summary>
    private const double Encoding = 0.97;

    /// <inheritdoc/>
    public async Task RenderAsync(Project project, string workFolder, string target, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(project);
        if (project.Duration <= TimeSpan.Zero)
        {
            throw new MediaException(MediaProblem.Unreadable, "There is nothing to render.");
        }

        // The sound of long files is measured before the first frame: that it has started is known at once.
        progress?.Report(0);
        try
        {
            try
            {
                await RenderPartsAsync(project, workFolder, target, progress, usesStrips: true, cancellationToken).ConfigureAwait(false);
            }
            catch (FormatException) when (!cancellationToken.IsCancellationRequested)
            {
                // Another build of x264 may write streams that cannot be put together: the whole picture can always be encoded.
                await RenderPartsAsync(project, workFolder, target, progress, usesStrips: false, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (IOException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw DiskErrors.ToMediaException(e);
        }
        catch (Exception e) when (cancellationToken.IsCancellationRequested && e is not OperationCanceledException)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
    }

    private async Task RenderPartsAsync(
        Project project, string workFolder, string target, IProgress<double>? progress, bool usesStrips, CancellationToken cancellationToken)
    {
        // The first part that fails ends the others.
        using var all = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var stage = await new StageBuilder(processes, _analyzer, project, workFolder).BuildAsync(all.Token).ConfigureAwait(false);
        var sound = Path.Combine(workFolder, "sound.m4a");
        await using var mix = await new SoundMixer(processes, _analyzer).StartAsync(project, sound, workFolder, givesSamples: stage.Hears, all.Token).ConfigureAwait(false);
        var heard = stage.Hears ? new SampleWindow(mix.Samples) : null;
        var pictures = new Share(progress, Encoding);
        var encoding = DrainAfterAsync(EncodeAsync(project, stage, heard, workFolder, usesStrips, pictures, all.Token), heard);
        await AllAsync(all, mix.Completion, encoding).ConfigureAwait(false);

        var video = await encoding.ConfigureAwait(false);
        await MuxAsync(project, video, sound, target, all.Token).ConfigureAwait(false);
        progress?.Report(1);
    }

    /// <summary>Chooses how to encode: pictures that do not change apart from a few rows are cheap.</summary>
    private async Task<string> EncodeAsync(
        Project project, Stage stage, SampleWindow? heard, string workFolder, bool usesStrips, IProgress<double> progress, CancellationToken token)
    {
        if (stage.Still is { } still && usesStrips)
        {
            var strips = Path.Combine(workFolder, "video.h264");
            await new StripEncoder(processes, project.Canvas, stage.Composer, still).EncodeAsync(heard, strips, progress, token).ConfigureAwait(false);
            return strips;
        }

        var whole = Path.Combine(workFolder, "video.mp4");
        await using var source = stage.OpenPictures(token);
        await new WholeEncoder(processes, project.Canvas, stage.Composer, source).EncodeAsync(heard, whole, progress, token).ConfigureAwait(false);
        return whole;
    }

    private static async Task<string> DrainAfterAsync(Task<string> encoding, SampleWindow? heard)
    {
        var video = await encoding.ConfigureAwait(false);
        if (heard is not null)
        {
            await heard.DrainAsync().ConfigureAwait(false);
        }

        return video;
    }

    /// <summary>Waits for all; the first failure cancels the rest and is rethrown.</summary>
    private static async Task AllAsync(CancellationTokenSource all, params Task[] parts)
    {
        var left = parts.ToList();
        while (left.Count > 0)
        {
            var done = await Task.WhenAny(left).ConfigureAwait(false);
            left.Remove(done);
            if (!done.IsCompletedSuccessfully)
            {
                await all.CancelAsync().ConfigureAwait(false);
                await Task.WhenAll(parts).ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
                await done.ConfigureAwait(false);
            }
        }
    }

    private async Task MuxAsync(Project project, string video, string sound, string target, CancellationToken cancellationToken)
    {
        using var pending = new PendingFile(Path.ChangeExtension(target, ".mp4"));
        string[] arguments =
        [
            .. FfmpegArguments.Start, .. FfmpegArguments.Progress,
            .. video.EndsWith(".h264", StringComparison.Ordinal) ? ["-framerate", FrameRates.Argument(project.Canvas.FrameRate)] : (string[])[],
            "-i", FfmpegArguments.FileName(video), "-i", FfmpegArguments.FileName(sound), "-map", "0:v:0", "-map", "1:a:0", "-c", "copy",
            .. FfmpegArguments.Clean, "-movflags", "+faststart", FfmpegArguments.FileName(pending.Path),
        ];
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.RenderTimeout);
        await processes.RunAsync(command, TimeSpan.Zero, null, cancellationToken).ConfigureAwait(false);
        File.Move(pending.Complete(), target, overwrite: true);
    }

    /// <summary>Passes progress on as a part of the whole.</summary>
    private sealed class Share(IProgress<double>? whole, double part) : IProgress<double>
    {
        public void Report(double value) => whole?.Report(value * part);
    }
}
