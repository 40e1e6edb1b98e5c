using System.Globalization;
using System.Text.Json;

namespace NemoBot.Core.Timeline;

/// <summary>Reads one segment of a draft.</summary>
internal static class SegmentReader
{
    // Far beyond any video; keeps sums of hostile numbers from overflowing.
    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(10);

    private const int MostPeaks = 2000;

    private static readonly string[] StartNames = ["s", "st", "start"];
    private static readonly string[] DurationNames = ["d", "duration"];
    private static readonly string[] VolumeNames = ["volume", "vol"];

    /// <summary>Reads a segment.</summary>
    /// <param name="element">An object.</param>
    /// <param name="kind">What its track holds.</param>
    /// <param name="follows">Where the segment before ends: its start if it says none.</param>
    /// <param name="trackVolume">The track's volume, for a segment that says none.</param>
    public static Segment Read(JsonElement element, TrackKind kind, TimeSpan follows, double? trackVolume)
    {
        var more = element.Get("m", "metadata");
        var start = TimeOf(element, more, StartNames) ?? follows;
        var duration = TimeOf(element, more, DurationNames) ?? TimeSpan.Zero;
        return new(
            LabelReader.Read(element, more, kind),
            start < LongestTime ? start : LongestTime,
            duration,
            VolumeOf(element, more) ?? trackVolume,
            DraftDetails.Read(element, [.. StartNames, .. DurationNames, .. VolumeNames, .. LabelReader.NamesFor(kind)]))
        {
            Peaks = [.. element.Get("peaks").Items().Take(MostPeaks).Select(p => Math.Clamp(p.Number() ?? 0, 0, 100) / 100)],
        };
    }

    /// <summary>A volume as a part of 1: the draft may say 0.35, 35 or "35%"; between 1 and 2 it is an amplification.</summary>
    public static double? VolumeOf(JsonElement element, JsonElement more)
    {
        var value = more.Get(VolumeNames);
        value = value.ValueKind == JsonValueKind.Undefined ? element.Get(VolumeNames) : value;
        var percent = value.Text() is { } text && text.TrimEnd().EndsWith('%')
            && double.TryParse(text.TrimEnd()[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : (double?)null;
        var volume = percent / 100 ?? value.Number() ?? -1;
        return volume is < 0 or > 1000 or double.NaN ? null : percent is null && volume >= 2 ? volume / 100 : volume;
    }

    private static TimeSpan? TimeOf(JsonElement element, JsonElement more, string[] names)
    {
        foreach (var name in names)
        {
            if ((element.Get(name).Number() ?? more.Get(name).Number()) is { } milliseconds)
            {
                return TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, LongestTime.TotalMilliseconds));
            }
        }

        return null;
    }
}
