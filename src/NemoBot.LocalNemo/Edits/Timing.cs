using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Cuts the timeline and changes its speed. Titles, captions, overlays and music follow the material they were shown with.</summary>
internal static class Timing
{
    /// <summary>Keeps the part between two positions.</summary>
    public static Project Keep(Project project, TimeSpan from, TimeSpan to) =>
        Follow(
            project with
            {
                Clips = Slice(project, from, to),
                Voice = project.Voice is { } voice ? SliceVoice(voice, from, to) : null,
            },
            TimeMap.OfCut([(from, to)]));

    /// <summary>Keeps several parts, in order and without overlap; null if a separate sound runs across a cut.</summary>
    public static Project? Keep(Project project, IReadOnlyList<(TimeSpan From, TimeSpan To)> parts)
    {
        if (parts is [var only])
        {
            return Keep(project, only.From, only.To);
        }

        return project.Voice is not null ? null : Follow(
            project with { Clips = [.. parts.SelectMany(p => Slice(project, p.From, p.To))] }, TimeMap.OfCut(parts));
    }

    /// <summary>Changes the speed between two positions.</summary>
    /// <param name="project">Without a separate sound.</param>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The last moment.</param>
    /// <param name="factor">How many times as fast as now.</param>
    public static Project ChangeSpeed(Project project, TimeSpan from, TimeSpan to, double factor)
    {
        var total = project.Duration;
        List<(TimeSpan From, TimeSpan To, double Factor)> parts = [(TimeSpan.Zero, from, 1), (from, to, factor), (to, total, 1)];
        parts.RemoveAll(p => p.To <= p.From);
        var clips = parts.SelectMany(p => Slice(project, p.From, p.To).Select(c => c with { Speed = c.Speed * p.Factor, Crossfade = c.Crossfade / p.Factor }));
        return Follow(project with { Clips = [.. clips] }, new TimeMap(parts));
    }

    /// <summary>Changes the speed of every clip.</summary>
    /// <param name="project">Without a separate sound.</param>
    /// <param name="speedOf">The new speed of a clip.</param>
    public static Project SetSpeeds(Project project, Func<Clip, double> speedOf)
    {
        var factors = project.Clips.Select(c => speedOf(c) / c.Speed).ToList();
        var starts = project.Clips.Select((_, i) => project.StartOf(i)).Append(project.Duration).ToList();
        var clips = project.Clips.Select((c, i) => c with { Speed = speedOf(c), Crossfade = project.CrossfadeInto(i) / factors[Math.Max(0, i - 1)] });
        return Follow(project with { Clips = [.. clips] }, new TimeMap([.. factors.Select((f, i) => (starts[i], starts[i + 1], f))]));
    }

    /// <summary>The speeds of the clips between two positions.</summary>
    public static IReadOnlyList<double> SpeedsIn(Project project, TimeSpan from, TimeSpan to) => [.. Slice(project, from, to).Select(c => c.Speed)];

    /// <summary>The parts left over when others are taken out.</summary>
    public static IReadOnlyList<(TimeSpan From, TimeSpan To)> Complement(IEnumerable<(TimeSpan From, TimeSpan To)> cuts, TimeSpan total)
    {
        var parts = new List<(TimeSpan From, TimeSpan To)>();
        var at = TimeSpan.Zero;
        foreach (var (from, to) in cuts.OrderBy(c => c.From))
        {
            if (from > at)
            {
                parts.Add((at, from));
            }

            at = to > at ? to : at;
        }

        if (at < total)
        {
            parts.Add((at, total));
        }

        return parts;
    }

    private static List<Clip> Slice(Project project, TimeSpan from, TimeSpan to)
    {
        var slices = new List<Clip>();
        for (var i = 0; i < project.Clips.Count; i++)
        {
            var clip = project.Clips[i];
            var start = project.StartOf(i);
            var begin = from > start ? from - start : TimeSpan.Zero;
            var end = to - start < clip.Duration ? to - start : clip.Duration;
            if (end > begin)
            {
                slices.Add(Part(clip, begin, end) with { Crossfade = slices.Count == 0 || begin > TimeSpan.Zero ? TimeSpan.Zero : clip.Crossfade });
            }
        }

        return slices;
    }

    /// <summary>A part of a clip, given in played time.</summary>
    public static Clip Part(Clip clip, TimeSpan begin, TimeSpan end)
    {
        var length = (end - begin) * clip.Speed;
        var skipped = clip.Reversed ? clip.Length - (end * clip.Speed) : begin * clip.Speed;
        return clip with
        {
            From = clip.From + (skipped > TimeSpan.Zero ? skipped : TimeSpan.Zero),
            Length = length,

            // A fade belongs to the end of the clip, not to a seam.
            FadeIn = begin > TimeSpan.Zero ? TimeSpan.Zero : clip.FadeIn,
            FadeOut = end < clip.Duration ? TimeSpan.Zero : clip.FadeOut,
        };
    }

    private static Clip? SliceVoice(Clip voice, TimeSpan from, TimeSpan to)
    {
        var end = to < voice.Duration ? to : voice.Duration;
        return end > from ? Part(voice, from, end) : null;
    }

    private static Project Follow(Project project, TimeMap map) => project with
    {
        Titles = [.. project.Titles.Select(t => Follow(t, map)).OfType<Title>()],
        Overlays = [.. project.Overlays.Select(o => Follow(o, map)).OfType<Overlay>()],
        Visual = map.Move(project.Visual.Start, project.Visual.End) is { } seen
            ? project.Visual with { Start = seen.Start, End = seen.End }
            : project.Visual with { Style = VisualStyle.None, Start = TimeSpan.Zero, End = null },
        Captions = project.Captions is { } captions ? captions with { Lines = [.. captions.Lines.Select(map.Move).OfType<CaptionLine>()] } : null,
        FadeIn = project.FadeIn < map.Total / 2 ? project.FadeIn : map.Total / 2,
        FadeOut = project.FadeOut < map.Total / 2 ? project.FadeOut : map.Total / 2,
    };

    private static Title? Follow(Title title, TimeMap map) =>
        map.Move(title.Start, title.End) is { } place ? title with { Start = place.Start, End = place.End } : null;

    private static Overlay? Follow(Overlay overlay, TimeMap map) =>
        map.Move(overlay.Start, overlay.End) is { } place ? overlay with { Start = place.Start, End = place.End } : null;
}
