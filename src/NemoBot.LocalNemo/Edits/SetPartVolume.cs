using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Sets how loud a part of a track is: a tone instead of it, or exactly one of level, decibels and factor.</summary>
/// <param name="Track">The main sound or the music.</param>
/// <param name="Part">When, on the timeline.</param>
internal sealed record SetPartVolume(Track Track, Span Part) : Edit
{
    /// <summary>0 to 2, 1 being as loud as the rest.</summary>
    public double? Level { get; init; }

    /// <summary>A change in dB.</summary>
    public double? Decibels { get; init; }

    /// <summary>A multiple of the level of now.</summary>
    public double? Factor { get; init; }

    /// <summary>A tone covers the part.</summary>
    public bool? Bleep { get; init; }

    /// <summary>The same change for a part.</summary>
    public static SetPartVolume Of(SetVolume whole, Span part) =>
        new(whole.Track, part) { Level = whole.Level, Decibels = whole.Decibels, Factor = whole.Factor };

    public override string Tool => "set_volume";

    protected override Project Apply(EditContext context)
    {
        var project = context.Project;
        if (Track == Track.Music && project.Music.Count == 0)
        {
            context.Note("music.none");
            return project;
        }

        var (from, to) = Part.On(project.Duration);
        if (from >= to)
        {
            context.Note("part.beyond", project.Duration);
            return project;
        }

        return Track == Track.Music ? project with { Music = [.. project.Music.Select(m => Change(m, from, to))] }
            : project.Voice is { } voice ? project with { Voice = Change(voice, from - project.VoiceDelay, to - project.VoiceDelay) }
            : project with { Clips = [.. project.Clips.Select((c, i) => Change(c, from - project.StartOf(i), to - project.StartOf(i)))] };
    }

    /// <summary>Changes the part between two times that are relative to the start of the clip.</summary>
    private Clip Change(Clip clip, TimeSpan from, TimeSpan to)
    {
        var begin = from > TimeSpan.Zero ? from : TimeSpan.Zero;
        var end = to < clip.Duration ? to : clip.Duration;
        if (begin >= end)
        {
            return clip;
        }

        var piece = Timing.Part(clip, begin, end);
        return clip with { Changes = Set(clip.Changes, piece.From, piece.From + piece.Length) };
    }

    private Music Change(Music music, TimeSpan from, TimeSpan to) =>
        to <= music.Start ? music
        : music with { Changes = Set(music.Changes, from > music.Start ? from - music.Start : TimeSpan.Zero, to - music.Start) };

    private IReadOnlyList<VolumeChange> Set(IReadOnlyList<VolumeChange> changes, TimeSpan from, TimeSpan to)
    {
        var now = VolumeChanges.LevelAt(changes, from);
        var level = Bleep is true ? 0 : new VolumeStep(Level, Decibels, Factor).From(now, SetVolume.Loudest);
        return VolumeChanges.Set(changes, new VolumeChange(from, to, level) { Bleeps = Bleep is true });
    }
}
