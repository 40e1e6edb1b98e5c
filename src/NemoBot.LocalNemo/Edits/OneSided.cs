using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Sound;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Recordings with sound on one side only: the mix plays that side on both by itself.</summary>
internal static class OneSided
{
    /// <summary>The sound of the project if all of it is heard on one side only in its file; null if it is not, or cannot be measured.</summary>
    public static async Task<Asset?> FindAsync(EditContext context, CancellationToken cancellationToken)
    {
        var project = context.Project;
        var sounds = (project.Voice is { } voice ? [voice] : project.Clips).Select(c => c.Asset).Concat(project.Music.Select(m => m.Asset))
            .Where(a => a.Facts.HasAudio).DistinctBy(a => a.Id).ToList();
        if (context.Tools.Sound is not { } sound || sounds.Count == 0)
        {
            return null;
        }

        foreach (var asset in sounds)
        {
            if (!await IsOneSidedAsync(sound, asset, cancellationToken))
            {
                return null;
            }
        }

        return sounds[0];
    }

    private static async Task<bool> IsOneSidedAsync(ISoundAnalyzer sound, Asset asset, CancellationToken cancellationToken)
    {
        try
        {
            return (await sound.MeasureLoudnessAsync(asset, cancellationToken)).Problems.HasFlag(SoundProblems.OneChannel);
        }
        catch (MediaException)
        {
            // The render says what is wrong with it.
            return false;
        }
    }
}
