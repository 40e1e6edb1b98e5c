using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Reports;

/// <summary>What plays faster or slower, as a whole or in parts.</summary>
internal static class SpeedReport
{
    /// <summary>What is faster or slower than it was recorded.</summary>
    public static void Add(ReportLines lines, Project after)
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

    /// <summary>Some of the material is faster than the rest, and was not before.</summary>
    public static bool AreOtherInParts(Project before, Project after) => after.Clips.Select(c => c.Speed).Distinct().Skip(1).Any()
        && !after.Clips.Select(c => c.Speed).SequenceEqual(before.Clips.Select(c => c.Speed));

    /// <summary>The parts of the same material that are faster or slower than before.</summary>
    public static void AddChanged(ReportLines lines, Project before, Project after)
    {
        if (IsAllOther(before.Clips, after.Clips))
        {
            lines.Add("speed.now", Phrases.Number(after.Clips[0].Speed), after.Duration);
            AddParts(lines, after, after.Clips[0].Speed);
            return;
        }

        // Where all was fast and only a part still is, the rest plays as recorded.
        var usual = before.Clips.All(c => c.Speed == before.Clips[0].Speed) && after.Clips.Any(c => c.Speed == 1) ? 1
            : before.Clips.GroupBy(c => c.Speed).MaxBy(g => g.Sum(c => c.Length.Ticks))!.Key;
        var (old, now) = (SpeedPart.Of(before, usual), SpeedPart.Of(after, usual));
        List<SpeedPart> added = [.. now.Where(p => !old.Exists(p.IsSame))];
        added.ForEach(p => AddPart(lines, p, after));
        foreach (var gone in old.Where(o => !now.Exists(o.IsSame) && !added.Exists(o.Overlaps)))
        {
            lines.Add("speed.part-off", gone.Start, gone.End, Phrases.Number(gone.Speed), after.Duration);
        }
    }

    /// <summary>Every clip plays as many times as fast.</summary>
    private static bool IsAllOther(IReadOnlyList<Clip> before, IReadOnlyList<Clip> after) => before.Count == after.Count
        && !before.Zip(after, (b, a) => Math.Round(a.Speed / b.Speed, 6)).Distinct().Skip(1).Any();

    /// <summary>The parts that play at another speed than the rest.</summary>
    private static void AddParts(ReportLines lines, Project after, double usual) => SpeedPart.Of(after, usual).ForEach(p => AddPart(lines, p, after));

    private static void AddPart(ReportLines lines, SpeedPart part, Project after) =>
        lines.Add("speed.part", part.Start, part.End, Phrases.Number(part.Speed), after.Duration);
}
