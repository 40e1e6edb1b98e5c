using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Backgrounds;
using NemoBot.LocalNemo.Rendering.Composing;
using NemoBot.LocalNemo.Rendering.Encoding;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Sound;
using NemoBot.LocalNemo.Rendering.Strips;
using NemoBot.LocalNemo.Rendering.Titles;
using NemoBot.LocalNemo.Rendering.Visuals;
using NemoBot.LocalNemo.Sound;
using NemoBot.LocalNemo.Sound.Analysis;
using NemoBot.LocalNemo.Sound.Mixing;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering;

/// <summary>Renders with FFmpeg; pictures are composed here, FFmpeg decodes, mixes and encodes.</summary>
public sealed class ProjectRenderer(MediaProcesses processes, ISoundAnalyzer? analyzer = null) : IProjectRenderer
{
    private readonly SoundMixer _mixer = new(processes, analyzer ?? new SoundAnalyzer(processes));

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
            throw DiskTrouble.Read(e);
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
        var visual = VisualFactory.Create(project);
        var place = visual is null ? ((VerticalPlace, Rows)?)null : (project.Visual.Place, visual.Rows);
        var titles = await new TitleRasterizer(processes).DrawAsync(project, place, workFolder, all.Token).ConfigureAwait(false);
        var composer = new FrameComposer(project, titles, visual);
        var encode = await PrepareAsync(project, composer, workFolder, usesStrips, all.Token).ConfigureAwait(false);

        var sound = Path.Combine(workFolder, "sound.m4a");
        await using var mix = await _mixer.StartAsync(project, sound, workFolder, givesSamples: visual is not null, all.Token).ConfigureAwait(false);
        var heard = visual is null ? null : new SampleWindow(mix.Samples);
        var pictures = new Share(progress, Encoding);
        var encoding = DrainAfterAsync(encode(heard, pictures, all.Token), heard);
        await AllAsync(all, mix.Completion, encoding).ConfigureAwait(false);

        var video = await encoding.ConfigureAwait(false);
        await MuxAsync(project, video, sound, target, all.Token).ConfigureAwait(false);
        progress?.Report(1);
    }

    /// <summary>Chooses how to encode: pictures that stand still apart from a few rows are cheap.</summary>
    private async Task<Encode> PrepareAsync(Project project, FrameComposer composer, string workFolder, bool usesStrips, CancellationToken cancellationToken)
    {
        var shade = composer.Visual is { } visual ? new Scrim(project.Canvas.Height, visual.Rows) : null;
        var still = await PaintStillAsync(project, composer, shade, cancellationToken).ConfigureAwait(false);
        var (whole, strips) = (Path.Combine(workFolder, "video.mp4"), Path.Combine(workFolder, "video.h264"));
        return async (heard, progress, token) =>
        {
            if (still is not null && usesStrips)
            {
                await new StripEncoder(processes, project.Canvas, composer, still).EncodeAsync(heard, strips, progress, token).ConfigureAwait(false);
                return strips;
            }

            await using IPictureSource source = still is null ? new ClipPictures(processes, project, shade, token) : new StillPictures(still);
            await new WholeEncoder(processes, project.Canvas, composer, source).EncodeAsync(heard, whole, progress, token).ConfigureAwait(false);
            return whole;
        };
    }

    /// <summary>Null when the background moves.</summary>
    private async Task<Frame?> PaintStillAsync(Project project, FrameComposer composer, Scrim? shade, CancellationToken cancellationToken)
    {
        if (project.Background.Kind == BackgroundKind.Video && project.Clips.Any(c => c.Asset.Facts.HasVideo || c.Asset.Facts.Kind == MediaKind.Image))
        {
            return null;
        }

        var still = await new StillBackground(processes).PaintAsync(project, composer.FindFree(), cancellationToken).ConfigureAwait(false);
        if (project.Background.Kind == BackgroundKind.Image)
        {
            shade?.Draw(still);
        }

        return still;
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

    /// <summary>Waits for all; the first failure ends the rest and is the one that is told.</summary>
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

    /// <summary>Writes the pictures to a file and gives its path.</summary>
    private delegate Task<string> Encode(SampleWindow? heard, IProgress<double>? progress, CancellationToken cancellationToken);

    /// <summary>Passes progress on as a part of the whole.</summary>
    private sealed class Share(IProgress<double>? whole, double part) : IProgress<double>
    {
        public void Report(double value) => whole?.Report(value * part);
    }
}
