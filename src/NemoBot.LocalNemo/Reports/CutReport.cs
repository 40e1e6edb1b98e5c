using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Reports;

/// <summary>Differences between two cuts of the same material.</summary>
internal static class CutReport
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(5);

    public static void Add(ReportLines lines, Project before, Project after)
    {
        if (IsOtherInParts(before, after))
        {
            AddChangedParts(lines, before, after);
            return;
        }

        var (first, now) = (before.Clips[0], after.Clips[0]);
        var (sped, turned) = (first.Speed != now.Speed, first.Reversed != now.Reversed);
        if ((sped || turned) && (SourceOf(before) - SourceOf(after)).Duration() > Tolerance)
        {
            // Cut and sped up by one message: both are news. What was cut is said in the times of before.
            AddLength(lines, before, after with { Clips = [.. after.Clips.Select(c => c with { Speed = first.Speed })] });
        }

        if (turned)
        {
            lines.Add(now.Reversed ? "reverse.on" : "reverse.off");
        }

        if (sped)
        {
            lines.Add("speed.now", Phrases.Number(now.Speed), after.Duration);
        }

        if (sped || turned)
        {
            return;
        }

        var faded = after.Clips.Max(c => c.Crossfade);
        if (before.Clips.Max(c => c.Crossfade) != faded && before.Clips.Count == after.Clips.Count)
        {
            if (!before.Clips.Select(c => c.Asset.Id).SequenceEqual(after.Clips.Select(c => c.Asset.Id)))
            {
                lines.Add("clips.order", lines.Phrases.List(after.Clips.Select(c => c.Asset.Name)));
            }

            lines.Add(faded > TimeSpan.Zero ? "crossfade.on" : "crossfade.off", faded);
            return;
        }

        if (before.Clips.Count == after.Clips.Count && (after.Duration - before.Duration).Duration() < Tolerance)
        {
            lines.Add("clips.order", lines.Phrases.List(after.Clips.Select(c => c.Asset.Name)));
            return;
        }

        AddLength(lines, before, after);
    }

    /// <summary>The same material, some of it faster than the rest.</summary>
    private static bool IsOtherInParts(Project before, Project after) => after.Clips.Select(c => c.Speed).Distinct().Skip(1).Any()
        && !after.Clips.Select(c => c.Speed).SequenceEqual(before.Clips.Select(c => c.Speed))
        && (SourceOf(before) - SourceOf(after)).Duration() <= Tolerance;

    /// <summary>What is faster or slower than it was recorded.</summary>
    public static void AddSpeeds(ReportLines lines, Project after)
    {
        var first = after.Clips[0].Speed;
        if (after.Clips.Any(c => c.Speed != first))
        {
            AddParts(lines, after, usual: 1);
        }
        else if (first != 1)
        {
            lines.Add("speed.now", Phrases.Number(first), after.Duration);
        }
    }

    private static void AddChangedParts(ReportLines lines, Project before, Project after)
    {
        if (IsAllOther(before.Clips, after.Clips))
        {
            lines.Add("speed.now", Phrases.Number(after.Clips[0].Speed), after.Duration);
            AddParts(lines, after, after.Clips[0].Speed);
            return;
        }

        var usual = before.Clips.GroupBy(c => c.Speed).MaxBy(g => g.Sum(c => c.Length.Ticks))!.Key;
        var (old, now) = (SpeedPart.Of(before, usual), SpeedPart.Of(after, usual));
        List<SpeedPart> added = [.. now.Where(p => !old.Exists(p.IsSame))];
        added.ForEach(p => AddPart(lines, p, after));
        foreach (var gone in old.Where(o => !now.Exists(o.IsSame) && !added.Exists(o.Overlaps)))
        {
            lines.Add("speed.part-off", gone.Start, gone.End, Phrases.Number(gone.Speed), after.Duration);
        }
    }

    /// <summary>The parts that play at another speed than the rest.</summary>
    private static void AddParts(ReportLines lines, Project after, double usual) => SpeedPart.Of(after, usual).ForEach(p => AddPart(lines, p, after));

    private static void AddPart(ReportLines lines, SpeedPart part, Project after) => lines.Add("speed.part", part.Start, part.End, Phrases.Number(part.Speed), after.Duration);

    /// <summary>Every clip plays as many times as fast.</summary>
    private static bool IsAllOther(IReadOnlyList<Clip> before, IReadOnlyList<Clip> after) => before.Count == after.Count
        && !before.Zip(after, (b, a) => Math.Round(a.Speed / b.Speed, 6)).Distinct().Skip(1).Any();

    /// <summary>The first or the last part went as well: what is kept is shorter to say.</summary>
    private static bool HasOtherEnds(Clip source, IReadOnlyList<Clip> kept) => kept.All(c => c.Asset.Id == source.Asset.Id)
        && ((kept[0].From - source.From).Duration() > Tolerance || (kept[^1].From + kept[^1].Length - source.From - source.Length).Duration() > Tolerance);

    private static TimeSpan SourceOf(Project project) => TimeSpan.FromTicks(project.Clips.Sum(c => c.Length.Ticks));

    private static bool Repeats(IReadOnlyList<Clip> clips) => clips.Select(c => (c.Asset.Id, c.From)).Distinct().Count() < clips.Count;

    private static void AddLength(ReportLines lines, Project before, Project after)
    {
        var seams = after.Clips.Count - before.Clips.Count;
        if (seams > 0 && Repeats(after.Clips) && !Repeats(before.Clips) && after.Duration <= before.Duration)
        {
            // A part was kept and is repeated now.
            var part = (after.Clips[0].From - before.Clips[0].From) / before.Clips[0].Speed;
            lines.Add("trim.kept", part, part + after.Clips[0].Duration, after.Duration);
            lines.Add("loop.now", after.Duration, before.Duration);
            return;
        }

        if (after.Duration > before.Duration)
        {
            lines.Add(seams > 0 ? "loop.now" : "length.now", after.Duration, before.Duration);
        }
        else if (seams > 0 && before.Clips is [var source] && HasOtherEnds(source, after.Clips))
        {
            lines.Add("trim.ranges", lines.Phrases.List(after.Clips.Select(c => lines.Phrases.Say("range", (c.From - source.From) / source.Speed, (c.From - source.From + c.Length) / source.Speed))), after.Duration);
        }
        else if (seams > 1)
        {
            lines.Add("trim.parts", before.Duration - after.Duration, seams, after.Duration);
        }
        else if (before.Clips is [var old] && after.Clips is [var kept])
        {
            var from = (kept.From - old.From) / old.Speed;
            var cutStart = from > Tolerance && (from + kept.Duration - old.Duration).Duration() < Tolerance;
            if (cutStart)
            {
                lines.Add("trim.removed", TimeSpan.Zero, from, after.Duration);
            }
            else
            {
                lines.Add("trim.kept", from, from + kept.Duration, after.Duration);
            }
        }
        else if (before.Clips is [var whole] && after.Clips is [var left, var right])
        {
            var from = (left.From - whole.From + left.Length) / whole.Speed;
            lines.Add("trim.removed", from, (right.From - whole.From) / whole.Speed, after.Duration);
        }
        else
        {
            lines.Add("length.now", after.Duration, before.Duration);
        }
    }
}
