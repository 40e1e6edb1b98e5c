using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Sound;

/// <summary>Takes parts out of clips.</summary>
/// <param name="Clips">What is left.</param>
/// <param name="Map">Where the old times are now, for captions, titles and pictures.</param>
/// <param name="Removed">How much shorter it got.</param>
public sealed record SilenceRemoval(IReadOnlyList<Clip> Clips, TimeMap Map, TimeSpan Removed)
{
    /// <summary>Pieces shorter than this would only flash by.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.1);

    /// <summary>Finds and removes the silences of all clips.</summary>
    public static async Task<SilenceRemoval> ApplyAsync(
        IReadOnlyList<Clip> clips, ISoundAnalyzer analyzer, SilenceOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(clips);
        ArgumentNullException.ThrowIfNull(analyzer);
        var silences = new Dictionary<string, IReadOnlyList<TimeRange>>(StringComparer.Ordinal);
        foreach (var asset in clips.Select(c => c.Asset).Where(a => a.Facts.HasAudio).DistinctBy(a => a.Path))
        {
            silences[asset.Path] = await analyzer.FindSilencesAsync(asset, options, cancellationToken).ConfigureAwait(false);
        }

        return Remove(clips, clip => silences.GetValueOrDefault(clip.Asset.Path) ?? []);
    }

    /// <summary>Removes parts of the timeline.</summary>
    public static SilenceRemoval Cut(IReadOnlyList<Clip> clips, IReadOnlyList<TimeRange> parts)
    {
        ArgumentNullException.ThrowIfNull(clips);
        var start = TimeSpan.Zero;
        var inAssets = new Dictionary<Clip, IReadOnlyList<TimeRange>>(ReferenceEqualityComparer.Instance);
        foreach (var clip in clips)
        {
            inAssets[clip] = [.. parts.Select(p => ToAsset(clip, start, p))];
            start += clip.Duration;
        }

        return Remove(clips, clip => inAssets[clip]);
    }

    private static TimeRange ToAsset(Clip clip, TimeSpan start, TimeRange part)
    {
        var (from, to) = ((part.Start - start) * clip.Speed, (part.End - start) * clip.Speed);
        return clip.Reversed
            ? new TimeRange(clip.From + clip.Length - to, clip.From + clip.Length - from)
            : new TimeRange(clip.From + from, clip.From + to);
    }

    private static SilenceRemoval Remove(IReadOnlyList<Clip> clips, Func<Clip, IReadOnlyList<TimeRange>> partsOf)
    {
        List<Clip> kept = [];
        List<(TimeSpan Old, TimeSpan New, TimeSpan Length)> pieces = [];
        var (old, now) = (TimeSpan.Zero, TimeSpan.Zero);
        foreach (var clip in clips)
        {
            foreach (var range in Keep(clip, partsOf(clip)))
            {
                var piece = clip with { From = range.Start, Length = range.Length };
                piece = piece with
                {
                    FadeIn = range.Start == clip.From ? clip.FadeIn : TimeSpan.Zero,
                    FadeOut = range.End == clip.From + clip.Length ? clip.FadeOut : TimeSpan.Zero,
                    Crossfade = range.Start == clip.From ? clip.Crossfade : TimeSpan.Zero,
                };
                var offset = clip.Reversed ? clip.From + clip.Length - range.End : range.Start - clip.From;
                kept.Add(piece);
                pieces.Add((old + (offset / clip.Speed), now, piece.Duration));
                now += piece.Duration;
            }

            old += clip.Duration;
        }

        // Something must be left: a project of nothing but silence stays as it is.
        return kept.Count == 0
            ? new SilenceRemoval(clips, new TimeMap([(TimeSpan.Zero, TimeSpan.Zero, old)]), TimeSpan.Zero)
            : new SilenceRemoval(kept, new TimeMap(pieces), old - now);
    }

    private static IEnumerable<TimeRange> Keep(Clip clip, IReadOnlyList<TimeRange> parts)
    {
        List<TimeRange> kept = [];
        var (at, end) = (clip.From, clip.From + clip.Length);
        foreach (var part in parts.Where(p => p.End > clip.From && p.Start < end).OrderBy(p => p.Start))
        {
            if (part.Start - at >= Shortest)
            {
                kept.Add(new TimeRange(at, part.Start));
            }

            at = part.End > at ? part.End : at;
        }

        if (end - at >= Shortest)
        {
            kept.Add(new TimeRange(at, end));
        }

        return clip.Reversed ? Enumerable.Reverse(kept) : kept;
    }
}
