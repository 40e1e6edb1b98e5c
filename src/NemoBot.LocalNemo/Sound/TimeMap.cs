namespace NemoBot.LocalNemo.Sound;

/// <summary>Where moments of a timeline are after parts of it were removed.</summary>
/// <param name="pieces">What is left, in order: where it was, where it is, how long it is.</param>
public sealed class TimeMap(IReadOnlyList<(TimeSpan Old, TimeSpan New, TimeSpan Length)> pieces)
{
    /// <summary>The new place of a moment; a removed one becomes the cut.</summary>
    public TimeSpan ToNew(TimeSpan time)
    {
        var cut = TimeSpan.Zero;
        foreach (var (old, now, length) in pieces)
        {
            if (time < old)
            {
                return now;
            }

            if (time <= old + length)
            {
                return now + (time - old);
            }

            cut = now + length;
        }

        return cut;
    }

    /// <summary>The new place of a range; null when it was removed as a whole.</summary>
    public TimeRange? ToNew(TimeRange range)
    {
        var moved = new TimeRange(ToNew(range.Start), ToNew(range.End));
        return moved.Length > TimeSpan.Zero ? moved : null;
    }
}
