using System.Text.Json;
using NemoBot.Core.Text;

namespace NemoBot.Core.Timeline;

/// <summary>The words for volumes of parts, for example <c>3-5s 20%, 8-9s 0%</c>.</summary>
/// <param name="texts">The words' language.</param>
/// <param name="times">The words for times.</param>
internal sealed class PartVolumes(Texts texts, TimeWords times)
{
    private const int MostParts = 3;

    // Far beyond any video; keeps sums of hostile numbers from overflowing.
    private const double LongestTime = 1e9;
    private const double Loudest = 10;

    /// <summary>Describes a list of a draft; null if it names no part.</summary>
    public string? Describe(string list)
    {
        if (!list.StartsWith('['))
        {
            return null;
        }

        using var json = JsonDocument.Parse(list);
        var parts = json.RootElement.Items().Select(Part).OfType<string>().ToList();
        var separator = texts["timeline.separator"];
        return parts.Count == 0 ? null : string.Join(separator, parts.Take(MostParts)) + (parts.Count > MostParts ? separator + "…" : "");
    }

    private string? Part(JsonElement part)
    {
        var volume = part.Get("clip_volume", "volume").Number();
        return volume is { } level && part.Get("s", "start").Number() is { } start && part.Get("d", "duration").Number() is { } length
            ? $"{times.Range(Time(start), Time(start + length))} {SegmentWords.Percent(Math.Clamp(level, 0, Loudest))}"
            : null;
    }

    private static TimeSpan Time(double milliseconds) => TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, LongestTime));
}
