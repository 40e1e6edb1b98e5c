using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Sound that plays alone before or after a recording and blends into it.</summary>
internal static class Intros
{
    // A jingle is played whole; a song is not.
    private static readonly TimeSpan LongestJingle = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan LongestBlend = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan LongestFade = TimeSpan.FromSeconds(2);

    // Songs are mastered several dB louder than people speak.
    private const double Level = 0.6;

    /// <summary>A recording by itself: a video has no picture for the time before and after it.</summary>
    public static bool Fit(Project project) => project is { Clips.Count: > 0, Voice: null } && !MainMaterial.ShowsVideo(project);

    /// <summary>Plays the beginning of a file, then what is there. What was shown at a moment of it comes later by as much.</summary>
    /// <param name="project">With main material.</param>
    /// <param name="file">With sound.</param>
    /// <param name="length">When the recording starts; null: after a jingle, or after the usual time.</param>
    public static Project PutBefore(Project project, Asset file, TimeSpan? length)
    {
        var (intro, blend) = Piece(file, length, project.Clips[0]);
        var led = project with { Clips = [intro, project.Clips[0] with { Crossfade = blend }, .. project.Clips.Skip(1)] };
        return Follow(new SetCaptions { Shift = led.StartOf(1) }.Shown(led), led.StartOf(1));
    }

    /// <summary>What is seen from the start stays there.</summary>
    private static Project Follow(Project project, TimeSpan by) => project with
    {
        Titles = [.. project.Titles.Select(t => t.Start > TimeSpan.Zero ? t with { Start = t.Start + by, End = t.End + by } : t)],
        Overlays = [.. project.Overlays.Select(o => o.Start > TimeSpan.Zero ? o with { Start = o.Start + by, End = o.End + by } : o)],
    };

    /// <summary>Plays the beginning of a file after what is there, and fades it out.</summary>
    /// <param name="project">With main material.</param>
    /// <param name="file">With sound.</param>
    /// <param name="length">How long it is heard alone; null: a jingle whole, or the usual time.</param>
    public static Project PutAfter(Project project, Asset file, TimeSpan? length)
    {
        var (outro, blend) = Piece(file, length, project.Clips[^1]);
        var fade = outro.Length == file.Facts.Duration ? TimeSpan.Zero : Shorter(LongestFade, outro.Length / 2);
        return project with { Clips = [.. project.Clips, outro with { Crossfade = blend, FadeOut = fade }] };
    }

    /// <summary>The piece that is heard, and how long of it the recording is heard as well: nothing of a file that is played whole.</summary>
    private static (Clip Piece, TimeSpan Blend) Piece(Asset file, TimeSpan? length, Clip neighbor)
    {
        var alone = length is { Ticks: > 0 } said ? said : file.Facts.Duration <= LongestJingle ? file.Facts.Duration : Usual;
        var blend = Shorter(Shorter(LongestBlend, alone / 3), neighbor.Duration / 2);
        var whole = MainMaterial.Whole(file) with { Volume = Level };
        return alone + blend > whole.Length ? (whole, TimeSpan.Zero) : (whole with { Length = alone + blend }, blend);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
