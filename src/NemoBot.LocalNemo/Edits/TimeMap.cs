using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Maps positions before a cut or a change of speed to positions after it.</summary>
/// <param name="parts">The parts that were kept, in order, and how many times as fast each of them is.</param>
internal sealed class TimeMap(IReadOnlyList<(TimeSpan From, TimeSpan To, double Factor)> parts)
{
    /// <summary>Length after the change.</summary>
    public TimeSpan Total { get; } = TimeSpan.FromTicks(parts.Sum(p => ((p.To - p.From) / p.Factor).Ticks));

    /// <summary>The map of a cut.</summary>
    public static TimeMap OfCut(IEnumerable<(TimeSpan From, TimeSpan To)> kept) => new([.. kept.Select(k => (k.From, k.To, 1.0))]);

    /// <summary>A position after the change; one inside a gap moves to the seam.</summary>
    public TimeSpan At(TimeSpan time)
    {
        var done = TimeSpan.Zero;
        foreach (var (from, to, factor) in parts)
        {
            if (time < to)
            {
                return done + (time > from ? (time - from) / factor : TimeSpan.Zero);
            }

            done += (to - from) / factor;
        }

        return done;
    }

    /// <summary>Where something shown for a time is shown after the change; null if nothing of it is left.</summary>
    public (TimeSpan Start, TimeSpan? End)? Move(TimeSpan start, TimeSpan? end)
    {
        var (from, to) = (At(start), end is { } fixedEnd ? At(fixedEnd) : Total);
        return to <= from ? null : (from, end is null || to >= Total ? null : to);
    }

    /// <summary>A caption line after the change; null if nothing of it is left.</summary>
    public CaptionLine? Move(CaptionLine line)
    {
        var moved = line.Map(At);
        return moved.End <= moved.Start ? null : moved.DropEmptyWords();
    }
}
