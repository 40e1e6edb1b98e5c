namespace NemoBot.Core.Timeline;

/// <summary>Which segments of two timelines are the same one.</summary>
/// <param name="Pairs">Before and after, in order of time after.</param>
/// <param name="Added">Only after.</param>
/// <param name="Removed">Only before.</param>
internal sealed record SegmentMatch(
    IReadOnlyList<(PlacedSegment Before, PlacedSegment After)> Pairs,
    IReadOnlyList<PlacedSegment> Added,
    IReadOnlyList<PlacedSegment> Removed)
{
    /// <summary>
    /// Matches segments of one kind: first by name (nearest first, so that a move is not reported as a removal and
    /// an addition), then by place.
    /// </summary>
    public static SegmentMatch Between(IReadOnlyList<PlacedSegment> before, IReadOnlyList<PlacedSegment> after)
    {
        var pairs = new List<(PlacedSegment Before, PlacedSegment After)>();
        var left = new List<PlacedSegment>(before);
        var open = after.ToList();
        var byName = left.ToLookup(p => p.Segment.Label, StringComparer.OrdinalIgnoreCase);
        Pair(pairs, left, open, s => byName[s.Label], SameEverything);
        Pair(pairs, left, open, s => byName[s.Label], SameName);

        Pair(pairs, left, open, Neighbours(left), SamePlace);
        PairLast(pairs, left, open);
        return new([.. pairs.OrderBy(p => p.After.Segment.Start)], open, left);
    }

    private static void Pair(
        List<(PlacedSegment, PlacedSegment)> pairs,
        List<PlacedSegment> left,
        List<PlacedSegment> open,
        Func<Segment, IEnumerable<PlacedSegment>> candidates,
        Func<Segment, Segment, double> likeness)
    {
        var isLeft = left.ToHashSet(ReferenceEqualityComparer.Instance);
        open.RemoveAll(segment =>
        {
            var (best, bestLikeness) = ((PlacedSegment?)null, 0.0);
            foreach (var candidate in candidates(segment.Segment))
            {
                if (likeness(candidate.Segment, segment.Segment) is var value && value > bestLikeness && isLeft.Contains(candidate))
                {
                    (best, bestLikeness) = (candidate, value);
                }
            }

            if (best is null)
            {
                return false;
            }

            pairs.Add((best, segment));
            isLeft.Remove(best);
            return true;
        });
        left.RemoveAll(l => !isLeft.Contains(l));
    }

    // Those that may share a place with a segment: they begin before its end, and not so long before its start that they have ended.
    private static Func<Segment, IEnumerable<PlacedSegment>> Neighbours(List<PlacedSegment> left)
    {
        var margin = TimeSpan.FromSeconds(1);
        var starts = left.ConvertAll(l => l.Segment.Start);
        var longest = left.Select(l => l.Segment.Duration).DefaultIfEmpty().Max();
        return segment =>
        {
            var from = starts.BinarySearch(segment.Start - longest - margin);
            return left.Skip(from < 0 ? ~from : 0).TakeWhile(l => l.Segment.Start <= segment.End + margin);
        };
    }

    // One of a kind that is neither called nor placed the same is still rather changed than exchanged, if it is a title or sound.
    private static void PairLast(List<(PlacedSegment, PlacedSegment)> pairs, List<PlacedSegment> left, List<PlacedSegment> open)
    {
        if (pairs.Count == 0 && left.Count == 1 && open.Count == 1 && left[0].Kind is TrackKind.Text && SharedWords(left[0].Segment, open[0].Segment))
        {
            pairs.Add((left[0], open[0]));
            left.Clear();
            open.Clear();
        }
    }

    private static double SameEverything(Segment one, Segment other) =>
        one.Label == other.Label && TimeWords.AreSame(one.Start, other.Start) && TimeWords.AreSame(one.Duration, other.Duration)
            ? 1 + SharedDetails(one, other)
            : 0;

    private static double SameName(Segment one, Segment other) =>
        one.Label.Length > 0 && string.Equals(one.Label, other.Label, StringComparison.OrdinalIgnoreCase)
            ? 1 / (1 + (one.Start - other.Start).Duration().TotalSeconds)
            : 0;

    // At least half of the shorter one is covered by the longer one, and they are of comparable length.
    private static double SamePlace(Segment one, Segment other)
    {
        if (TimeWords.AreSame(one.Start, other.Start) && TimeWords.AreSame(one.Duration, other.Duration))
        {
            return 2;
        }

        var shared = (Min(one.End, other.End) - Max(one.Start, other.Start)).TotalSeconds;
        var all = (Max(one.End, other.End) - Min(one.Start, other.Start)).TotalSeconds;
        var bothNamed = one.Label.Length > 0 && other.Label.Length > 0;
        var part = all > 0 ? shared / all : 0;
        return part >= (bothNamed ? 0.5 : 0.01) ? part : 0;
    }

    private static int SharedDetails(Segment one, Segment other) =>
        one.Details.Count(d => other.Details.TryGetValue(d.Key, out var value) && value == d.Value);

    private static bool SharedWords(Segment one, Segment other) =>
        one.Label.Split(' ').Intersect(other.Label.Split(' '), StringComparer.OrdinalIgnoreCase).Any(w => w.Length > 0);

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
