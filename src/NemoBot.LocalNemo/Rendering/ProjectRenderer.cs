using NemoBot.Core.Media;
using NemoBot.LocalNemo.Captioning.Files;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Checking;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Sizing;
using NemoBot.LocalNemo.Rendering.Staging;
using NemoBot.LocalNemo.Sound;
using NemoBot.LocalNemo.Sound.Analysis;
using NemoBot.LocalNemo.Sound.Mixing;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering;

/// <summary>Renders with FFmpeg; pictures are composed here, FFmpeg decodes, mixes and encodes.</summary>
internal sealed class ProjectRenderer(MediaProcesses processes, ISoundAnalyzer? analyzer = null) : IProjectRenderer
{
    private readonly ISoundAnalyzer _analyzer = analyzer ?? new SoundAnalyzer(processes);

    /// <summary>The rest of the progress is for checking.</summary>
    private const double Making = 0.97;

    /// <summary>To get below a size.</summary>
    private const int Attempts = 3;

    /// <summary>Colors as they are rendered.</summary>
    public IShownColors Colors => new ShownColors(processes, _analyzer);

    /// <inheritdoc/>
    public async Task<RenderResult> RenderAsync(Project project, string workFolder, string target, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(project);
        if (project.Duration <= TimeSpan.Zero)
        {
            throw new MediaException(MediaProblem.Unreadable, "There is nothing to render.");
        }

        project = TurnedPictures.Apply(project);

        // The sound of long files is measured before the first frame: that it has started is known at once.
        progress?.Report(0);
        try
        {
            if (OutputFormats.IsCaptionFile(project.Output.Format))
            {
                await SidecarWriter.WriteAsync(project, target, cancellationToken).ConfigureAwait(false);
                progress?.Report(1);
                return new RenderResult(MixReport.None, OutputFlaws.None);
            }

            var result = await MakeSizedAsync(project, workFolder, target, new Share(progress, Making), cancellationToken).ConfigureAwait(false);
            progress?.Report(1);
            return result;
        }
        catch (MediaException e) when (
            e.Problem is MediaProblem.Unreadable or MediaProblem.Failed or MediaProblem.OverLimit && !cancellationToken.IsCancellationRequested)
        {
            throw await new FaultFinder(processes).FindAsync(project, cancellationToken).ConfigureAwait(false) is { } asset ? new BadFileException(asset, e) : e;
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

    /// <summary>Makes the file so that it stays below the size that was asked for; one that does not is made again with tighter bounds.</summary>
    private async Task<RenderResult> MakeSizedAsync(
        Project project, string workFolder, string target, IProgress<double> progress, CancellationToken cancellationToken)
    {
        if (project.Output.MaxBytes is not { } most)
        {
            var unbounded = new FileMaker(processes, _analyzer, project, workFolder);
            return await MakeCheckedAsync(unbounded, project, workFolder, target, usesStrips: true, progress, cancellationToken).ConfigureAwait(false);
        }

        var plan = SizePlan.Nearest(project, most);
        for (var attempt = 1; ; attempt++)
        {
            // Strips have no bound, but what they make is usually small enough and looks best.
            var usesStrips = attempt == 1 || project.Output.Format == OutputFormat.Gif;
            var sized = project with { Canvas = plan.Canvas };
            var maker = new FileMaker(processes, _analyzer, sized, workFolder) { Plan = plan };
            var result = await MakeCheckedAsync(maker, sized, workFolder, target, usesStrips, progress, cancellationToken).ConfigureAwait(false);
            var size = new FileInfo(target).Length;
            if (size <= most || attempt == Attempts)
            {
                return result;
            }

            plan = plan.Tighter(project, size, most);
        }
    }

    /// <summary>Makes the file and looks at it; one that is not as it should be is made once more, in the plain way.</summary>
    private async Task<RenderResult> MakeCheckedAsync(
        FileMaker maker, Project project, string workFolder, string target, bool usesStrips, IProgress<double> progress, CancellationToken cancellationToken)
    {
        OutputFlaws flaws;
        try
        {
            var (mix, trace) = await maker.MakeAsync(target, usesStrips, progress, cancellationToken).ConfigureAwait(false);
            flaws = await CheckAsync(project, trace, target, workFolder, cancellationToken).ConfigureAwait(false);
            if (flaws == OutputFlaws.None)
            {
                return new RenderResult(mix, flaws);
            }
        }
        catch (FormatException) when (!cancellationToken.IsCancellationRequested)
        {
            // Another build of x264 may write streams that cannot be put together: the whole picture can always be encoded.
        }

        var (mixed, levels) = await maker.MakeAsync(target, usesStrips: false, progress, cancellationToken).ConfigureAwait(false);
        flaws = await CheckAsync(project, levels, target, workFolder, cancellationToken).ConfigureAwait(false);
        if ((flaws & OutputFlaws.Broken) == 0)
        {
            return new RenderResult(mixed, flaws);
        }

        File.Delete(target);
        throw new FlawedOutputException(flaws);
    }

    /// <summary>Animated pictures have neither sound nor a length that players agree on.</summary>
    private async Task<OutputFlaws> CheckAsync(Project project, LevelTrace trace, string target, string workFolder, CancellationToken cancellationToken) =>
        project.Output.Format == OutputFormat.Gif
            ? OutputFlaws.None
            : await new OutputCheck(processes, project, trace).RunAsync(target, workFolder, cancellationToken).ConfigureAwait(false);

    /// <summary>Passes progress on as a part of the whole.</summary>
    private sealed class Share(IProgress<double>? whole, double part) : IProgress<double>
    {
        public void Report(double value) => whole?.Report(value * part);
    }
}
