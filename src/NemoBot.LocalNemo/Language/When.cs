namespace NemoBot.LocalNemo.Language;

/// <summary>When something is to be, as far as it was said.</summary>
/// <param name="From">From there on.</param>
/// <param name="To">Until there.</param>
/// <param name="Length">For so long.</param>
/// <param name="AtEnd">At the end.</param>
internal sealed record When(TimeSpan? From, TimeSpan? To, TimeSpan? Length, bool AtEnd)
{
    /// <summary>Start and end on a timeline; the end is null when it goes on until the end.</summary>
    public (TimeSpan Start, TimeSpan? End) On(TimeSpan total, TimeSpan usual)
    {
        if (AtEnd && From is null)
        {
            var length = Length ?? usual;
            return (total > length ? total - length : TimeSpan.Zero, null);
        }

        var start = From ?? TimeSpan.Zero;
        var end = To ?? (Length is { } asked ? start + asked : null);
        return (start, end >= total ? null : end);
    }
}
