using System.Diagnostics.Metrics;
using System.Globalization;
using NemoBot.Core.Telemetry;
using Xunit;

namespace NemoBot.Tests.Telemetry;

/// <summary>Dashboards and alerts rely on the names and the tags of what is measured.</summary>
public sealed class BotMetricsTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly Dictionary<string, (Action Measure, string[] Seen)> Table = new(StringComparer.Ordinal)
    {
        ["the end of a turn"] = (
            () => BotMetrics.TurnEnded("metrics", "done", 3 * Second),
            ["nemobot.turn.duration 3 platform=metrics state=done", "nemobot.turns 1 platform=metrics state=done"]),
        ["the first sign of life"] = (() => BotMetrics.FirstEdit("metrics", Second), ["nemobot.first_edit.delay 1 platform=metrics"]),
        ["an edit"] = (
            () => BotMetrics.EditShown("metrics", Second),
            ["nemobot.edit.delay 1 platform=metrics", "nemobot.edits 1 platform=metrics outcome=shown"]),
        ["a dropped edit"] = (() => BotMetrics.EditDropped("metrics"), ["nemobot.edits 1 platform=metrics outcome=dropped"]),
        ["a rate limit"] = (() => BotMetrics.RateLimited("metrics"), ["nemobot.rate_limits 1 service=metrics"]),
        ["a call"] = (
            () => BotMetrics.BackendAnswered("metrics", "GET /x", "200", Second),
            ["nemobot.backend.duration 1 backend=metrics endpoint=GET /x code=200"]),
        ["the end of a render"] = (
            () => BotMetrics.RenderEnded("metrics", "completed", 3 * Second),
            ["nemobot.render.duration 3 backend=metrics state=completed", "nemobot.renders 1 backend=metrics state=completed"]),
        ["the speed of a render"] = (() => BotMetrics.Rendered("metrics", 6 * Second, 2 * Second), ["nemobot.render.speed 3 backend=metrics"]),
        ["a render in no time"] = (() => BotMetrics.Rendered("metrics", Second, TimeSpan.Zero), []),
        ["a render of nothing"] = (() => BotMetrics.Rendered("metrics", TimeSpan.Zero, Second), []),
        ["credits"] = (() => BotMetrics.CreditsUsed("metrics", 7), ["nemobot.credits 7 platform=metrics"]),
        ["bytes"] = (() => BotMetrics.Transferred("metrics", 9), ["nemobot.transferred 9 direction=metrics"]),
        ["an open stream"] = (() => BotMetrics.StreamOpened("metrics").Dispose(), ["nemobot.streams -1 kind=metrics", "nemobot.streams 1 kind=metrics"]),
    };

    public static TheoryData<string> Happenings => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Happenings))]
    public void What_happens_is_measured_by_name_and_tags(string what)
    {
        var seen = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == BotMetrics.MeterName)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(seen, instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(seen, instrument, value, tags));
        listener.Start();
        Table[what].Measure();
        Assert.Equal(Table[what].Seen, seen.Order(StringComparer.Ordinal));
    }

    /// <summary>Tests beside this one measure as well: only what has this one's tag counts.</summary>
    private static void Note(List<string> seen, Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var words = string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"));
        if (words.Contains("=metrics", StringComparison.Ordinal))
        {
            seen.Add(string.Create(CultureInfo.InvariantCulture, $"{instrument.Name} {value} {words}"));
        }
    }
}
