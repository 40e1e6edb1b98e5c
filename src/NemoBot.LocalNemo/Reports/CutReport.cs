using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Reports;

/// <summary>Differences between two cuts of the same material.</summary>
internal static class CutReport
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(5);

    public static void Add(ReportLines lines, Project before, Project after)
    {
        var sameCount = before.Clips.Count == after.Clips.Count;
        if (SpeedReport.AreOtherInParts(before, after) && IsSameMaterial(before, after))
        {
            SpeedReport.AddChanged(lines, before, after);
        }
        else if (PlaysOtherwise(before.Clips[0], after.Clips[0]))
        {
            AddPlaying(lines, before, after);
        }
        else if (sameCount && CrossfadeOf(before) != CrossfadeOf(after))
        {
            AddCrossfade(lines, before, after);
        }
        else if (sameCount && (after.Duration - before.Duration).Duration() < Tolerance)
        {
            AddOrder(lines, after);
        }
        else
        {
            AddLength(lines, before, after);
        }
    }

    private static bool IsSameMaterial(Project before, Project after) => (SourceOf(before) - SourceOf(after)).Duration() <= Tolerance;

    private static TimeSpan SourceOf(Project project) => TimeSpan.FromTicks(project.Clips.Sum(c => c.Length.Ticks));

    private static bool PlaysOtherwise(Clip before, Clip after) => (before.Speed, before.Reversed) != (after.Speed, after.Reversed);

    private static void AddPlaying(ReportLines lines, Project before, Project after)
    {
        var (first, now) = (before.Clips[0], after.Clips[0]);
        if (!IsSameMaterial(before, after))
        {
            // Cut and sped up by one message: both are news. What was cut is said in the times of before.
            AddLength(lines, before, after with { Clips = [.. after.Clips.Select(c => c with { Speed = first.Speed })] });
        }

        if (first.Reversed != now.Reversed)
        {
            lines.Add(now.Reversed ? "reverse.on" : "reverse.off");
        }

        if (first.Speed != now.Speed)
        {
            lines.Add("speed.now", Phrases.Number(now.Speed), after.Duration);
        }
    }

    private static TimeSpan CrossfadeOf(Project project) => project.Clips.Max(c => c.Crossfade);

    private static void AddCrossfade(ReportLines lines, Project before, Project after)
    {
        if (!before.Clips.Select(c => c.Asset.Id).SequenceEqual(after.Clips.Select(c => c.Asset.Id)))
        {
            AddOrder(lines, after);
        }

        var now = CrossfadeOf(after);
        lines.Add(now > TimeSpan.Zero ? "crossfade.on" : "crossfade.off", now);
    }

    private static void AddOrder(ReportLines lines, Project after) => lines.Add("clips.order", lines.Phrases.List(after.Clips.Select(c => c.Asset.Name)));

    private static void AddLength(ReportLines lines, Project before, Project after)
    {
        var seams = after.Clips.Count - before.Clips.Count;
        if (seams > 0 && Repeats(after.Clips) && !Repeats(before.Clips) && after.Duration <= before.Duration)
        {
            // A part was kept and is repeated now.
            var part = after.Clips[0];
            AddKept(lines, PlaceIn(before.Clips[0], part), part, after);
            lines.Add("loop.now", after.Duration, before.Duration);
        }
        else if (after.Duration > before.Duration)
        {
            lines.Add(seams > 0 ? "loop.now" : "length.now", after.Duration, before.Duration);
        }
        else
        {
            AddCut(lines, before, after);
        }
    }

    private static bool Repeats(IReadOnlyList<Clip> clips) => clips.Select(c => (c.Asset.Id, c.From)).Distinct().Count() < clips.Count;

    private static void AddCut(ReportLines lines, Project before, Project after)
    {
        switch (before.Clips, after.Clips)
        {
            case ([var source], { Count: > 1 } kept) when HasOtherEnds(source, kept):
                lines.Add("trim.ranges", lines.Phrases.List(kept.Select(c => lines.Phrases.Say("range", PlaceIn(source, c), EndIn(source, c)))), after.Duration);
                break;
            case ({ Count: var count }, { Count: var now }) when now - count > 1:
                lines.Add("trim.parts", before.Duration - after.Duration, now - count, after.Duration);
                break;
            case ([var source], [var kept]):
                AddTrim(lines, source, kept, after);
                break;
            case ([var source], [var left, var right]):
                lines.Add("trim.removed", EndIn(source, left), PlaceIn(source, right), after.Duration);
                break;
            default:
                lines.Add("length.now", after.Duration, before.Duration);
                break;
        }
    }

    private static void AddTrim(ReportLines lines, Clip source, Clip kept, Project after)
    {
        var from = PlaceIn(source, kept);
        if (from > Tolerance && (from + kept.Duration - source.Duration).Duration() < Tolerance)
        {
            lines.Add("trim.removed", TimeSpan.Zero, from, after.Duration);
        }
        else
        {
            AddKept(lines, from, kept, after);
        }
    }

    private static void AddKept(ReportLines lines, TimeSpan from, Clip kept, Project after) => lines.Add("trim.kept", from, from + kept.Duration, after.Duration);

    /// <summary>The first or the last part went as well: what is kept is shorter to say.</summary>
    private static bool HasOtherEnds(Clip source, IReadOnlyList<Clip> kept) => kept.All(c => c.Asset.Id == source.Asset.Id)
        && ((kept[0].From - source.From).Duration() > Tolerance || (kept[^1].From + kept[^1].Length - source.From - source.Length).Duration() > Tolerance);

    /// <summary>When a part of a clip began while the clip was whole.</summary>
    private static TimeSpan PlaceIn(Clip source, Clip part) => (part.From - source.From) / source.Speed;

    /// <summary>When a part of a clip ended while the clip was whole.</summary>
    private static TimeSpan EndIn(Clip source, Clip part) => (part.From - source.From + part.Length) / source.Speed;
}
