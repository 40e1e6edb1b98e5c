using System.Collections.Frozen;
using System.Globalization;
using NemoBot.Core.Text;

namespace NemoBot.Core.Timeline;

/// <summary>Tells changes of a segment's further values. Keys vary between answers of the backend: they are compared without case and signs.</summary>
/// <param name="texts">The words' language.</param>
/// <param name="times">The words for times.</param>
internal sealed class DetailWords(Texts texts, TimeWords times)
{
    private static readonly FrozenDictionary<string, (string Word, DetailKind Kind)> Known = Table(
        ("color", DetailKind.Color, ["color", "colour", "fontcolor", "textcolor", "fillcolor", "fill", "fc"]),
        ("color2", DetailKind.Color, ["color2", "secondcolor", "backgroundcolor2"]),
        ("background", DetailKind.Color, ["backgroundcolor", "bgcolor", "background", "bg"]),
        ("outline", DetailKind.Color, ["strokecolor", "outlinecolor", "bordercolor", "stroke", "outline"]),
        ("fadein", DetailKind.Time, ["fadein", "fadeinduration", "fi"]),
        ("fadeout", DetailKind.Time, ["fadeout", "fadeoutduration", "fo"]),
        ("size", DetailKind.Word, ["size", "fontsize", "textsize", "fs"]),
        ("font", DetailKind.Word, ["font", "fontfamily", "fontname"]),
        ("position", DetailKind.Word, ["position", "pos", "place", "align", "alignment", "verticalplace", "verticalalign"]),
        ("style", DetailKind.Word, ["style", "visual", "visualizer", "type"]),
        ("animation", DetailKind.Word, ["animation", "anim", "animationin", "entrance"]),
        ("transition", DetailKind.Word, ["transition", "transitiontype"]),
        ("filter", DetailKind.Word, ["filter", "effect", "lut"]),
        ("speed", DetailKind.Factor, ["speed", "playbackrate", "rate"]),
        ("opacity", DetailKind.Part, ["opacity", "alpha"]),
        ("scale", DetailKind.Part, ["scale", "zoom"]),
        ("rotation", DetailKind.Word, ["rotation", "rotate", "angle"]),
        ("volume", DetailKind.Part, ["clipvolume"]),
        ("parts", DetailKind.PartVolumes, ["volumechanges"]),
        ("mute", DetailKind.Word, ["mute", "muted"]),
        ("bold", DetailKind.Word, ["bold", "fontbold"]),
        ("italic", DetailKind.Word, ["italic"]),
        ("loop", DetailKind.Word, ["loop"]));

    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.Ordinal, "true", "false", "top", "middle", "center", "bottom", "left", "right", "bars", "line", "spectrum", "none", "small", "medium", "large");

    /// <summary>The changes that have a name, for example "color white → yellow".</summary>
    public IReadOnlyList<string> Changes(Segment before, Segment after) =>
    [
        .. ChangedKeys(before, after)
            .Select(k => Find(k) is { } entry ? Describe(entry, before.Details.GetValueOrDefault(k), after.Details.GetValueOrDefault(k)) : null)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>True if a value changed that has no name people would know.</summary>
    public static bool HasOther(Segment before, Segment after) => ChangedKeys(before, after).Any(k => Find(k) is null);

    private static IEnumerable<string> ChangedKeys(Segment before, Segment after) =>
        after.Details.Keys.Union(before.Details.Keys, StringComparer.Ordinal)
            .Where(k => before.Details.GetValueOrDefault(k) != after.Details.GetValueOrDefault(k));

    private string? Describe((string Word, DetailKind Kind) entry, string? old, string? now)
    {
        var word = texts["timeline.detail." + entry.Word];
        var (from, to) = (Value(entry.Kind, old), Value(entry.Kind, now));
        return (from, to) switch
        {
            (null, null) => null,
            _ when from == to => null,
            (null, _) => texts.Format("change.set", word, to),
            (_, null) => texts.Format("change.unset", word),
            _ => texts.Format("change.value", word, from, to),
        };
    }

    private string? Value(DetailKind kind, string? value)
    {
        if (kind == DetailKind.Time && value is null)
        {
            return times.Length(TimeSpan.Zero);
        }

        var isNumber = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e9;
        return kind switch
        {
            _ when string.IsNullOrWhiteSpace(value) => null,
            DetailKind.PartVolumes => new PartVolumes(texts, times).Describe(value),
            DetailKind.Color => new ColorWords(texts).Describe(value),
            DetailKind.Time when isNumber => times.Length(number > 20 ? TimeSpan.FromMilliseconds(number) : TimeSpan.FromSeconds(Math.Max(0, number))),
            DetailKind.Part when isNumber => SegmentWords.Percent(number > 2 ? number / 100 : number),
            DetailKind.Factor when isNumber => string.Create(CultureInfo.InvariantCulture, $"{number:0.##}x"),
            _ when isNumber => number.ToString("0.##", CultureInfo.InvariantCulture),
            _ => Words.Contains(value.ToLowerInvariant()) ? texts["timeline.value." + value.ToLowerInvariant()] : SegmentWords.Shorten(value),
        };
    }

    private static (string Word, DetailKind Kind)? Find(string key)
    {
        var parts = key.Split('.');
        var last = Plain(parts[^1]);
        var both = parts.Length > 1 ? Plain(parts[^2]) + last : last;
        return Known.TryGetValue(both, out var entry) || Known.TryGetValue(last, out entry) ? entry : null;
    }

    private static string Plain(string key)
    {
        var plain = key.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        return plain.StartsWith("fade", StringComparison.Ordinal) && plain.EndsWith("ms", StringComparison.Ordinal) ? plain[..^2] : plain;
    }

    private static FrozenDictionary<string, (string, DetailKind)> Table(params (string Word, DetailKind Kind, string[] Keys)[] rows) =>
        rows.SelectMany(r => r.Keys.Select(k => (Key: k, Entry: (r.Word, r.Kind)))).ToFrozenDictionary(r => r.Key, r => r.Entry, StringComparer.Ordinal);
}
