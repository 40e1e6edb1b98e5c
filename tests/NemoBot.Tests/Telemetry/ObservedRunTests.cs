using System.Net;
using NemoBot.Tests.Host;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.Telemetry;

/// <summary>One video by the real bot, seen by whoever runs it: the metrics page, a collector, health, the log.</summary>
public sealed class ObservedRunTests
{
    private const string Words = "make a waveform video in 360p with the title 'Zanzibar Secrets'";

    private static readonly string[] Expected =
    [
        "nemobot_turns 0",
        "nemobot_turns_total{platform=\"web\",state=\"done\"} 1",
        "nemobot_turn_duration_seconds_count{platform=\"web\",state=\"done\"} 1",
        "nemobot_first_edit_delay_seconds_count{platform=\"web\"} 1",
        "nemobot_renders_total{backend=\"local\",state=\"completed\"} 1",
        "nemobot_render_speed_count{backend=\"local\"} 1",
        "nemobot_backend_duration_seconds_count{backend=\"local\",code=\"200\",endpoint=\"POST /run_sse\"} 1",
        "nemobot_edits_total{outcome=\"shown\",platform=\"web\"} ",
        "nemobot_transferred_bytes_total{direction=\"uploaded\"} ",
        "nemobot_transferred_bytes_total{direction=\"downloaded\"} ",
        "nemobot_transferred_bytes_total{direction=\"delivered\"} ",
        "nemobot_streams{kind=\"backend\"} 0",
        "nemobot_queue_renders 0",
        "nemobot_memory_bytes ",
        "nemobot_uptime_seconds ",
        "http_server_request_duration_seconds_count{",
        "kestrel_active_connections{",
        "resilience_polly_pipeline_duration_milliseconds_count{",
    ];

    [Fact]
    public async Task A_video_shows_in_metrics_collector_health_and_log_and_its_words_nowhere()
    {
        using var media = new SampleMedia();
        await using var collector = await Collector.StartAsync();
        await using var host = await HostProcess.StartAsync(new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        });
        await host.SayAsync(Words, media.Tone());
        await host.WaitAsync(m => HostProcess.Has(m, "status", "Video ready"));

        var page = await host.Http.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        Assert.All(Expected, line => Assert.Contains("\n" + line, page, StringComparison.Ordinal));
        foreach (var span in (string[])["message", "turn", "upload", "stream", "render", "delivery"])
        {
            await collector.SeeAsync("/v1/traces", span);
        }

        foreach (var metric in (string[])["nemobot.turns", "nemobot.queue.turns", "http.server.request.duration", "resilience.polly.pipeline.duration"])
        {
            await collector.SeeAsync("/v1/metrics", metric);
        }

        await AssertHealthyAsync(host);
        await host.SeeAsync("1 done: web user ");
        AssertSilent(host, "Zanzibar", "tone", "Ana");
    }

    private static async Task AssertHealthyAsync(HostProcess host)
    {
        Assert.Equal("alive", await host.Http.GetStringAsync("/health/live", TestContext.Current.CancellationToken));
        using var ready = await host.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        var lines = (await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n');
        Assert.All((string[])["ready", "store: ok", "backend local: ok", "web: ok", "retention: ok"], line => Assert.Contains(line, lines));
    }

    /// <summary>The log is at Trace in this run; above Trace no line holds what people said, sent or are called.</summary>
    private static void AssertSilent(HostProcess host, params string[] words) =>
        Assert.All(
            host.Output.Split('\n').Where(l => words.Any(w => l.Contains(w, StringComparison.Ordinal))),
            line => Assert.Contains(" trce: ", line, StringComparison.Ordinal));
}
