using NemoBot.Core.Text;

namespace NemoBot.Core.Timeline;

/// <summary>The sentences about the segments of one kind.</summary>
/// <param name="texts">The words' language.</param>
internal sealed class SegmentChanges(Texts texts)
{
    private const int MostAlike = 3;

    private readonly SegmentWords _words = new(texts);
    private readonly TimeWords _times = new(texts);

    /// <summary>What was added, changed, moved and removed, in this order.</summary>
    public IEnumerable<string> Describe(SegmentMatch match)
    {
        var shift = CommonShift(match);
        return Bulk(match.Added, "change.added", "change.added.many", withPlace: true)
            .Concat(match.Pairs.Select(p => Change(p.Before, p.After, shift)).OfType<string>())
            .Concat(shift is { } s ? [Shifted(match, s)] : [])
            .Concat(Bulk(match.Removed, "change.removed", "change.removed.many", withPlace: false));
    }

    private IEnumerable<string> Bulk(IReadOnlyList<PlacedSegment> segments, string one, string many, bool withPlace)
    {
        if (segments.Count > MostAlike)
        {
            var place = _times.Range(segments.Min(s => s.Segment.Start), segments.Max(s => s.Segment.End));
            return [texts.Format(many, _words.Count(segments[0].Role, segments.Count), texts.Format("timeline.note", place))];
        }

        return segments.Select(s => texts.Format(one, _words.Word(s.Role), What(s, withPlace)));
    }

    private string What(PlacedSegment placed, bool withPlace)
    {
        var (segment, name) = (placed.Segment, placed.Segment.Label.Length > 0 ? _words.Quote(placed.Segment.Label) : "");
        var place = _times.Range(segment.Start, segment.End);
        return (name.Length == 0, withPlace) switch
        {
            (true, _) => place,
            (_, false) => name,
            _ => name + texts.Format("timeline.note", segment.Volume is { } v && placed.Kind == TrackKind.Audio && v != 1
                ? place + texts["timeline.separator"] + SegmentWords.Percent(v)
                : place),
        };
    }

    private string? Change(PlacedSegment before, PlacedSegment after, TimeSpan? shift)
    {
        var (old, now) = (before.Segment, after.Segment);
        var changes = new List<string>();
        if (!IsShiftedBy(before, after, shift) && Times(old, now) is { } times)
        {
            changes.Add(times);
        }

        if (Volume(before, after) is { } volume)
        {
            changes.Add(volume);
        }

        changes.AddRange(new DetailWords(texts, _times).Changes(old, now));
        var isRenamed = old.Label != now.Label && old.Label.Length > 0 && now.Label.Length > 0;
        if (changes.Count == 0 && !isRenamed && DetailWords.HasOther(old, now))
        {
            changes.Add(texts["change.adjusted"]);
        }

        var role = _words.Word(before.Role == TrackRole.Music ? before.Role : after.Role);
        var name = isRenamed
            ? texts.Format("change.renamed", role, _words.Quote(old.Label), _words.Quote(now.Label))
            : Name(role, now.Label.Length > 0 ? now.Label : old.Label);
        return changes.Count > 0 ? texts.Format("change.sentence", name, string.Join(texts["timeline.separator"], changes)) : isRenamed ? name : null;
    }

    private string Name(string role, string label) => label.Length == 0 ? role : texts.Format("change.name", role, _words.Quote(label));

    private string? Times(Segment old, Segment now)
    {
        var isMoved = !TimeWords.AreSame(old.Start, now.Start);
        var isResized = !TimeWords.AreSame(old.Duration, now.Duration);
        return (isMoved, isResized) switch
        {
            (false, false) => null,
            (false, true) => texts.Format("change.value", texts["timeline.detail.length"], _times.Length(old.Duration), _times.Length(now.Duration)),
            (true, false) => texts.Format("change.moved", _times.Range(old.Start, old.End), _times.Range(now.Start, now.End)),
            _ => texts.Format("change.value", texts["timeline.detail.time"], _times.Range(old.Start, old.End), _times.Range(now.Start, now.End)),
        };
    }

    // A missing volume is full volume. Only sounds and pictures with sound have one.
    private string? Volume(PlacedSegment before, PlacedSegment after)
    {
        var (old, now) = (SegmentWords.Percent(before.Segment.Volume ?? 1), SegmentWords.Percent(after.Segment.Volume ?? 1));
        return old == now || after.Kind is TrackKind.Text or TrackKind.Effect
            ? null
            : texts.Format("change.value", texts["timeline.detail.volume"], old, now);
    }

    // Putting an intro in front moves everything behind it: that is one change to people, not twenty.
    private static TimeSpan? CommonShift(SegmentMatch match)
    {
        var shifts = match.Pairs.Where(p => TimeWords.AreSame(p.Before.Segment.Duration, p.After.Segment.Duration))
            .Select(p => p.After.Segment.Start - p.Before.Segment.Start)
            .Where(s => s.Duration() >= TimeSpan.FromMilliseconds(50))
            .GroupBy(s => Math.Round(s.TotalSeconds, 1))
            .MaxBy(g => g.Count());
        return shifts is not null && match.Pairs.Count(p => IsShiftedBy(p.Before, p.After, shifts.First())) >= MostAlike ? shifts.First() : null;
    }

    private static bool IsShiftedBy(PlacedSegment before, PlacedSegment after, TimeSpan? shift) =>
        shift is { } by
        && TimeWords.AreSame(after.Segment.Start - before.Segment.Start, by)
        && TimeWords.AreSame(before.Segment.Duration, after.Segment.Duration);

    private string Shifted(SegmentMatch match, TimeSpan shift)
    {
        var moved = match.Pairs.Where(p => IsShiftedBy(p.Before, p.After, shift)).ToList();
        return texts.Format(
            shift > TimeSpan.Zero ? "change.later" : "change.earlier",
            _words.Count(moved[0].After.Role, moved.Count),
            _times.Length(shift.Duration()));
    }
}
