using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;
using NemoBot.Media.Inputs;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Checking;

/// <summary>Finds out after a failed render which of its files cannot be decoded.</summary>
internal sealed class FaultFinder(MediaProcesses processes)
{
    /// <summary>Enough of a file to tell, little enough to wait for.</summary>
    private static readonly TimeSpan MostDecoded = TimeSpan.FromMinutes(2);

    /// <summary>The first bad file; null if all can be read.</summary>
    public async Task<Asset?> FindAsync(Project project, CancellationToken cancellationToken)
    {
        foreach (var (asset, from) in Uses(project).DistinctBy(u => u.Asset.Path))
        {
            if (!await DecodesAsync(asset, from, cancellationToken).ConfigureAwait(false))
            {
                return asset;
            }
        }

        return null;
    }

    private static IEnumerable<(Asset Asset, TimeSpan From)> Uses(Project project) =>
    [
        .. project.Clips.Select(c => (c.Asset, c.From)),
        .. project.Voice is { } voice ? [(voice.Asset, voice.From)] : Array.Empty<(Asset, TimeSpan)>(),
        .. project.Music.Select(m => (m.Asset, TimeSpan.Zero)),
        .. project.Background.Asset is { } behind ? [(behind, TimeSpan.Zero)] : Array.Empty<(Asset, TimeSpan)>(),
        .. project.Slides.Select(s => (s.Asset, TimeSpan.Zero)),
        .. project.Overlays.Select(o => (o.Asset, TimeSpan.Zero)),
    ];

    private async Task<bool> DecodesAsync(Asset asset, TimeSpan from, CancellationToken cancellationToken)
    {
        var (facts, isStill) = (asset.Facts, asset.Facts.Kind == MediaKind.Image && !asset.Facts.HasVideo);
        string[] arguments =
        [
            .. FfmpegArguments.Start, .. FfmpegArguments.Progress, .. from > TimeSpan.Zero ? ["-ss", FfmpegArguments.Seconds(from)] : (string[])[],
            .. FfmpegArguments.Input(asset.Path),
            .. facts.Width > 0 ? ["-map", PictureInput.Map(facts)] : (string[])[], .. facts.HasAudio ? ["-map", SoundInput.Map(facts)] : (string[])[],
            .. isStill ? ["-frames:v", "1"] : (string[])["-t", FfmpegArguments.Seconds(MostDecoded)], "-f", "null", "-",
        ];
        try
        {
            var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.RenderTimeout);
            var made = await processes.RunAsync(command, TimeSpan.Zero, null, cancellationToken).ConfigureAwait(false);
            return isStill || made > TimeSpan.Zero;
        }
        catch (MediaException e) when (e.Problem is MediaProblem.Unreadable or MediaProblem.Failed or MediaProblem.OverLimit)
        {
            return false;
        }
    }
}
