using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using NemoBot.Core.Queueing;
using NemoBot.Core.Rendering;
using NemoBot.Core.Telemetry;
using NemoBot.Telemetry;
using NemoBot.Tests.Packaging;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Telemetry;

/// <summary>The dashboard asks for metrics that exist, and the document explains all that exist.</summary>
public sealed partial class DashboardTests
{
    /// <summary>Of the framework and of Polly; their presence is tested with the real bot.</summary>
    private static readonly string[] Foreign = ["http_server_request_duration_seconds_count", "resilience_polly_strategy_events_total"];

    [Fact]
    public async Task Every_query_asks_for_a_metric_that_exists()
    {
        var known = (await FamiliesAsync()).SelectMany(NamesOf).Concat(Foreign).ToHashSet(StringComparer.Ordinal);
        using var dashboard = JsonDocument.Parse(await File.ReadAllTextAsync(Repository.At("docs/grafana/nemobot.json"), TestContext.Current.CancellationToken));
        var queries = dashboard.RootElement.GetProperty("panels").EnumerateArray()
            .SelectMany(p => p.GetProperty("targets").EnumerateArray()).Select(t => t.GetProperty("expr").GetString()!).ToList();
        Assert.True(queries.Count > 15);
        var asked = queries.SelectMany(q => MetricName().Matches(q).Select(m => m.Value)).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(asked.Except(known));
        Assert.All(queries, q => Assert.Matches(MetricName(), q));
    }

    [Fact]
    public async Task The_dashboard_shows_every_metric_of_the_bot_but_uptime()
    {
        var text = await File.ReadAllTextAsync(Repository.At("docs/grafana/nemobot.json"), TestContext.Current.CancellationToken);
        var missing = (await FamiliesAsync()).Select(f => f.Name).Where(n => n != "nemobot_uptime_seconds" && !text.Contains(n, StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    [Fact]
    public async Task The_document_explains_every_metric()
    {
        var text = await File.ReadAllTextAsync(Repository.At("docs/operating.md"), TestContext.Current.CancellationToken);
        var missing = (await FamiliesAsync()).Select(f => $"| `{f.Name}` | {f.Kind} | {f.Help} |").Where(line => !text.Contains(line, StringComparison.Ordinal)).ToList();
        Assert.True(missing.Count == 0, "docs/operating.md lacks:\n" + string.Join('\n', missing));
    }

    private static IEnumerable<string> NamesOf(MetricFamily family) => family.Kind == "histogram"
        ? [family.Name + "_bucket", family.Name + "_sum", family.Name + "_count"]
        : [family.Name];

    private static async Task<List<MetricFamily>> FamiliesAsync()
    {
        await using var chat = await Chat.StartAsync();
        using var page = new MetricsPage(chat.Get<ConversationQueues>(), chat.Get<RenderQueue>());
        _ = new BotGauges(chat.Get<ConversationQueues>(), chat.Get<RenderQueue>(), chat.Clock, page);
        BotMetrics.StreamOpened("web").Dispose();
        var families = new List<MetricFamily>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == BotMetrics.MeterName)
            {
                families.Add(new MetricFamily(instrument));
            }
        };
        listener.Start();
        return [.. families.DistinctBy(f => f.Name)];
    }

    [GeneratedRegex("(?:nemobot|http_server|kestrel|resilience)_[a-z_]+[a-z]")]
    private static partial Regex MetricName();
}
