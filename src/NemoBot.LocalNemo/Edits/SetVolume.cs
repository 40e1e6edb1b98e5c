using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Sets how loud a track is: exactly one of level, decibels and factor.</summary>
/// <param name="Track">Which sound.</param>
internal sealed record SetVolume(Track Track) : Edit
{
    /// <summary>Of the main sound.</summary>
    public const double Loudest = 2;

    /// <summary>0 to 2, 1 being as recorded.</summary>
    public double? Level { get; init; }

    /// <summary>A change in dB.</summary>
    public double? Decibels { get; init; }

    /// <summary>A multiple of the level of now.</summary>
    public double? Factor { get; init; }

    public override string Tool => Track == Track.Music ? "set_bgm_volume" : "set_volume";

    protected override Project Apply(EditContext context)
    {
        var project = context.Project;
        if (Track == Track.Music && project.Music.Count == 0)
        {
            context.Note("music.none");
            return project;
        }

        // A slideshow with music has no other sound.
        var track = Track == Track.Main && project.Clips.Count == 0 && project.Music.Count > 0 ? Track.Music : Track;
        var changed = track is Track.Main or Track.All ? project with { Volume = From(project.Volume, Loudest) } : project;
        if (track == Track.Main && (project.Volume == 0) != (changed.Volume == 0))
        {
            return changed with { Music = [.. project.Music.Select(m => m with { Volume = Alone(m.Volume, changed.Volume == 0) })] };
        }

        return track is Track.Music or Track.All
            ? changed with { Music = [.. project.Music.Select(m => m with { Volume = From(m.Volume, 1) })] } : changed;
    }

    /// <summary>Music that was quiet under the main sound is all that is heard once that is muted.</summary>
    private static double Alone(double volume, bool isAlone) => isAlone ? 1 : volume == 1 ? PlaceFile.QuietMusic : volume;

    private double From(double now, double most) => new VolumeStep(Level, Decibels, Factor).From(now, most);
}
