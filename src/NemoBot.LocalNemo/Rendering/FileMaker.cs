using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Finishing;
using NemoBot.LocalNemo.Rendering.Sizing;
using NemoBot.LocalNemo.Sound;
using NemoBot.LocalNemo.Sound.Mixing;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering;

/// <summary>Makes the finished file from the parts of a project.</summary>
/// <param name="processes">Starts FFmpeg.</param>
/// <param name="analyzer">Measures the sound.</param>
/// <param name="project">What to render.</param>
/// <param name="folder">For scratch files.</param>
internal sealed class FileMaker(MediaProcesses processes, ISoundAnalyzer analyzer, Project project, string folder)
{
    /// <summary>Bounds for its size; null: none.</summary>
    public SizePlan? Plan { get; init; }

    /// <summary>Makes it.</summary>
    /// <param name="target">The finished file.</param>
    /// <param name="usesStrips">Encode what stands still only once, where that can be done.</param>
    /// <param name="progress">0 to 1.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>How the sound was mixed, and its level over time.</returns>
    /// <exception cref="FormatException">Strips cannot be put together with this build of x264.</exception>
    public async Task<(MixReport Mix, LevelTrace Trace)> MakeAsync(string target, bool usesStrips, IProgress<double> progress, CancellationToken cancellationToken)
    {
        if (OutputFormats.IsSound(project.Output.Format))
        {
            return await MakeSoundAsync(target, progress, cancellationToken).ConfigureAwait(false);
        }

        var parts = await new PartsRenderer(processes, analyzer) { Plan = Plan }.RenderAsync(project, folder, usesStrips, progress, cancellationToken).ConfigureAwait(false);
        if (project.Output.Format == OutputFormat.Gif)
        {
            await new GifMaker(processes).WriteAsync(project.Canvas, parts.Video, target, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var tags = await MakeTagsAsync(cancellationToken).ConfigureAwait(false);
            await new Muxer(processes).WriteAsync(project.Canvas, parts, tags, target, cancellationToken).ConfigureAwait(false);
        }

        return (parts.Mix, parts.Trace);
    }

    /// <summary>A file that has to be very small has no bytes for a cover.</summary>
    private async Task<FileTags> MakeTagsAsync(CancellationToken cancellationToken)
    {
        var tags = await new TagMaker(processes).MakeAsync(project, folder, cancellationToken).ConfigureAwait(false);
        return project.Output.MaxBytes is { } most && !SizePlan.HoldsCover(most) ? tags with { Cover = null } : tags;
    }

    private async Task<(MixReport Mix, LevelTrace Trace)> MakeSoundAsync(string target, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var tags = await MakeTagsAsync(cancellationToken).ConfigureAwait(false);
        using var pending = new PendingFile(target);
        var mixer = new SoundMixer(processes, analyzer) { Tags = tags, Progress = progress, Bitrate = Plan?.SoundBitrate ?? 0 };
        await using var mix = await mixer.StartAsync(project, pending.Path, folder, givesSamples: false, cancellationToken).ConfigureAwait(false);
        var report = await mix.Completion.ConfigureAwait(false);
        pending.Complete();
        return (report, mix.Trace);
    }
}
