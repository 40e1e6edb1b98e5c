namespace NemoBot.LocalNemo.Edits;

/// <summary>A part of the timeline. A negative time counts from the end.</summary>
/// <param name="From">The first moment; null: the start.</param>
/// <param name="To">The last moment; null: the end.</param>
internal sealed record Span(TimeSpan? From = null, TimeSpan? To = null)
{
    /// <summary>The span on a timeline of a given length, clamped to it.</summary>
    public (TimeSpan From, TimeSpan To) On(TimeSpan total) => (Resolve(From ?? TimeSpan.Zero, total), To is { } to ? Resolve(to, total) : total);

    /// <summary>A time on a timeline of a given length, clamped to it.</summary>
    public static TimeSpan Resolve(TimeSpan time, TimeSpan total)
    {
        var position = time < TimeSpan.Zero ? total + time : time;
        return position < TimeSpan.Zero ? TimeSpan.Zero : position > total ? total : position;
    }
}
