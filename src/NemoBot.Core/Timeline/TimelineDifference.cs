using NemoBot.Core.Text;

namespace NemoBot.Core.Timeline;

/// <summary>
/// Tells what changed between two drafts, because about a third of the backend's edits come without a word. One short sentence for
/// each thing, with its name and the values before and after.
/// </summary>
internal static class TimelineDifference
{
    private const int MostSentences = 12;

    /// <summary>The sentences; none if nothing changed that people could see or hear.</summary>
    public static IReadOnlyList<string> Describe(TimelineView before, TimelineView after, Texts texts)
    {
        var sentences = new List<string>();
        sentences.AddRange(Canvas(before, after, texts));
        foreach (var kind in (TrackKind[])[TrackKind.Video, TrackKind.Audio, TrackKind.Text, TrackKind.Effect])
        {
            sentences.AddRange(new SegmentChanges(texts).Describe(
                SegmentMatch.Between(PlacedSegment.All(before, kind), PlacedSegment.All(after, kind))));
        }

        return sentences.Count <= MostSentences
            ? sentences
            : [.. sentences.Take(MostSentences - 1), texts.Format("change.more", sentences.Count - MostSentences + 1)];
    }

    private static IEnumerable<string> Canvas(TimelineView before, TimelineView after, Texts texts)
    {
        if (before is not { Width: { } oldWidth, Height: { } oldHeight } || after is not { Width: { } width, Height: { } height }
            || (oldWidth == width && oldHeight == height))
        {
            yield break;
        }

        var (oldShape, shape) = (CanvasWords.Shape(oldWidth, oldHeight), CanvasWords.Shape(width, height));
        yield return oldShape == shape
            ? texts.Format("change.size", CanvasWords.Size(oldWidth, oldHeight), CanvasWords.Size(width, height))
            : texts.Format("change.format", oldShape, shape);
    }
}
