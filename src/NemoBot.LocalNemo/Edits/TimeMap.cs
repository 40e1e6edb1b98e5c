using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Maps positions before a cut to positions after it.</summary>
/// <param name="parts">The parts that were kept, in order.</param>
internal sealed class TimeMap(IReadOnlyList<(TimeSpan From, TimeSpan To)> parts)
{
    /// <summary>Length after the cut.</summary>
    public TimeSpan Total { get; } = TimeSpan.FromTicks(parts.Sum(p => (p.To - p.From).Ticks));

    /// <summary>A position after the cut; one inside a gap moves to the seam.</summary>
    public TimeSpan At(TimeSpan time)
    {
        var done = TimeSpan.Zero;
        foreach (var (from, to) in parts)
        {
            if (time < to)
            {
                return done + (time > from ? time - from : TimeSpan.Zero);
            }

            done += to - from;
        }

        return done;
    }

    /// <summary>Where something shown for a time is shown after the cut; null if nothing of it is left.</summary>
    public (TimeSpan Start, TimeSpan? End)? Move(TimeSpan start, TimeSpan? end)
    {
        var (from, to) = (At(start), end is { } fixedEnd ? At(fixedEnd) : Total);
        return to <= from ? null : (from, end is null || to >= Total ? null : to);
    }

    /// <summary>A caption line after the cut; null if nothing of it is left.</summary>
    public CaptionLine? Move(CaptionLine line)
    {
        var (from, to) = (At(line.Start), At(line.End));
        return to <= from ? null : line with
        {
            Start = from,
            End = to,
            Words = [.. line.Words.Select(w => w with { Start = At(w.Start), End = At(w.End) }).Where(w => w.End > w.Start)],
        };
    }
}
