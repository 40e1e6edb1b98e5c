using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Finishing;
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
    public async Task<RenderResult> RenderAsync(Project project, string workFolder, string target, IProgress<double>? progress, CancellationToken cancellationToken)
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
            var result = OutputFormats.IsSound(project.Output.Format)
                ? await RenderSoundAsync(project, workFolder, target, progress, cancellationToken).ConfigureAwait(false)
                : await RenderPictureAsync(project, workFolder, target, progress, cancellationToken).ConfigureAwait(false);
            progress?.Report(1);
            return result;
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

    private async Task<RenderResult> RenderSoundAsync(
        Project project, string workFolder, string target, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var tags = await new TagMaker(processes).MakeAsync(project, workFolder, cancellationToken).ConfigureAwait(false);
        using var pending = new PendingFile(target);
        var mixer = new SoundMixer(processes, _analyzer) { Tags = tags, Progress = new Share(progress, Encoding) };
        await using var mix = await mixer.StartAsync(project, pending.Path, workFolder, givesSamples: false, cancellationToken).ConfigureAwait(false);
        var report = await mix.Completion.ConfigureAwait(false);
        pending.Complete();
        return new RenderResult(report);
    }

    private async Task<RenderResult> RenderPictureAsync(
        Project project, string workFolder, string target, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var parts = await RenderPartsAsync(project, workFolder, new Share(progress, Encoding), cancellationToken).ConfigureAwait(false);
        if (project.Output.Format == OutputFormat.Gif)
        {
            await new GifMaker(processes).WriteAsync(project.Canvas, parts.Video, target, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var tags = await new TagMaker(processes).MakeAsync(project, workFolder, cancellationToken).ConfigureAwait(false);
            await new Muxer(processes).WriteAsync(project.Canvas, parts, tags, target, cancellationToken).ConfigureAwait(false);
        }

        return new RenderResult(parts.Mix);
    }

    private async Task<Parts> RenderPartsAsync(Project project, string workFolder, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var renderer = new PartsRenderer(processes, _analyzer);
        try
        {
            return await renderer.RenderAsync(project, workFolder, usesStrips: true, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (FormatException) when (!cancellationToken.IsCancellationRequested)
        {
            // Another build of x264 may write streams that cannot be put together: the whole picture can always be encoded.
            return await renderer.RenderAsync(project, workFolder, usesStrips: false, progress, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Passes progress on as a part of the whole.</summary>
    private sealed class Share(IProgress<double>? whole, double part) : IProgress<double>
    {
        public void Report(double value) => whole?.Report(value * part);
    }
}
