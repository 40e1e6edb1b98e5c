using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Motion;
using NemoBot.LocalNemo.Rendering.Tones;
using NemoBot.LocalNemo.Sound;

namespace NemoBot.LocalNemo.Rendering.Scenes;

/// <summary>Decides what a music video shows when: a new look with each section, cuts on the beat within.</summary>
internal static class SceneScript
{
    private const int UsualBeats = 16;
    private const int LoudBeats = 8;
    private static readonly TimeSpan WithoutBeats = TimeSpan.FromSeconds(9);

    /// <summary>Moods slower than this have no shapes: growing edges are never calm.</summary>
    private const double Restless = 0.7;
    private static readonly SceneStyle[] Calm = [SceneStyle.Flow, SceneStyle.Light, SceneStyle.Particles];
    private static readonly SceneStyle[] Generated = [SceneStyle.Flow, SceneStyle.Light, SceneStyle.Shapes, SceneStyle.Particles];

    /// <param name="project">Its scene says style and mood.</param>
    /// <param name="beats">Of the song.</param>
    /// <param name="palette">Of the art; null: there is none, and the song alone decides.</param>
    public static IReadOnlyList<Shot> Write(Project project, BeatMap beats, ArtPalette? palette)
    {
        var mood = SceneMood.Of(project.Scene?.Mood, beats);
        var song = SeedOf(project);
        var first = mood.Hue ?? palette?.Accent.Hue ?? SceneColors.Clean((beats.Sections.Average(s => s.Brightness) > 0.5 ? 320 : 200) + (song % 100));
        var isFree = mood.Hue is null && palette is null;
        List<Shot> shots = [];
        foreach (var (index, section) in beats.Sections.Index())
        {
            var (start, end) = (index == 0 ? TimeSpan.Zero : beats.Nearest(section.Start), index + 1 < beats.Sections.Count ? beats.Nearest(section.End) : project.Duration);
            var colors = SceneColors.Of(SceneColors.Walk(first, index * (isFree ? 46 : 23)), mood);
            foreach (var (part, (from, to)) in Cut(start, end, section, beats).Index())
            {
                var style = StyleOf(project.Scene?.Style ?? SceneStyle.Auto, palette is not null, mood.Speed < Restless ? Calm : Generated, section.Kind + song + part, index);
                shots.Add(new Shot(from, to, section, style, colors, mood.Speed, song + (shots.Count * 7919)));
            }
        }

        return shots;
    }

    private static IEnumerable<(TimeSpan From, TimeSpan To)> Cut(TimeSpan start, TimeSpan end, MusicSection section, BeatMap beats)
    {
        var within = beats.Beats.Where(b => b > start && b < end).ToList();
        var every = section.Energy > 0.6 ? LoudBeats : UsualBeats;
        var cuts = within.Count > every
            ? [.. within.Where((_, i) => (i + 1) % every == 0)]
            : Enumerable.Range(1, 2000).Select(i => start + (i * WithoutBeats)).TakeWhile(t => t < end).ToList();
        var from = start;
        foreach (var cut in cuts.Where(c => end - c > TimeSpan.FromSeconds(1.5)))
        {
            yield return (from, cut);
            from = cut;
        }

        if (end > from)
        {
            yield return (from, end);
        }
    }

    /// <summary>The same kind of section begins with the same style, in other colors and from another side; each cut within brings another.</summary>
    private static SceneStyle StyleOf(SceneStyle wanted, bool hasArt, SceneStyle[] generated, int turn, int section) => wanted switch
    {
        SceneStyle.Art when !hasArt => SceneStyle.Flow,
        SceneStyle.Auto when hasArt && section % 3 != 2 => SceneStyle.Art,
        SceneStyle.Auto => generated[turn % generated.Length],
        _ => wanted,
    };

    private static int SeedOf(Project project)
    {
        uint hash = 2166136261;
        foreach (var letter in project.Clips.Count > 0 ? $"{project.Clips[0].Asset.Name}{project.Clips[0].Asset.Facts.Duration.Ticks}" : "")
        {
            hash = (hash ^ letter) * 16777619;
        }

        return (int)(hash % 100_003);
    }
}
